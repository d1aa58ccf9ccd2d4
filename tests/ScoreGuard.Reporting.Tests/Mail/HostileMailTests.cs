using System.Globalization;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Mail;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests.Mail;

public sealed class HostileMailTests
{
    [Fact]
    public void Hostile_text_makes_the_very_elements_that_harmless_text_makes()
    {
        var harmless = HostileReport.Drift([.. HostileReport.Texts.Select((_, at) => $"word {at}")]);

        Elements(HostileReport.Drift()).ShouldBe(Elements(harmless));
    }

    [Fact]
    public void No_attribute_holds_a_text_from_outside()
    {
        foreach (var name in (string[])["hostile", "hostile-broken", "hostile-weekly"])
        foreach (var element in Mails.Document(Mails.All[name].Html).All)
        foreach (var attribute in element.Attributes)
            attribute.Value.ShouldNotContain(HostileReport.Mark);
    }

    [Theory]
    [InlineData("Acme\r\nBcc: everybody@example.com")]
    [InlineData("Acme\nSubject: all is well")]
    [InlineData("Acme\u2028Bcc: a\u0085b\u000bc\u000cd")]
    [InlineData("Acme\0\u001b[31m")]
    public void A_workspaces_name_cannot_make_a_second_line_of_the_subject(string workspace)
    {
        var report = SomeReport.Drift();
        var mail = NewsMail.Write(report with { Run = report.Run with { Workspace = workspace } }, MailLinks.None);

        mail.Subject.ShouldStartWith("[drift] Acme");
        mail.Subject.ShouldEndWith(": MQL +37 / −12 of 1,000 leads");
        mail.Subject.EnumerateRunes().ShouldAllBe(rune => !IsUnseen(rune));
    }

    [Fact]
    public void Every_hostile_text_leaves_the_subject_one_short_line()
    {
        foreach (var text in HostileReport.Texts)
        {
            var report = SomeReport.Drift();
            var hostile = report with
            {
                Run = report.Run with { Workspace = text },
                Sales = report.Sales! with { Stages = [text, text, text, text] },
            };
            var subject = NewsMail.Write(hostile, MailLinks.None).Subject;

            subject
                .EnumerateRunes()
                .Where(rune => IsUnseen(rune) && rune.Value is not (0x200D or 0x2068 or 0x2069))
                .ShouldBeEmpty();
            subject.Length.ShouldBeLessThan(250);
        }
    }

    [Fact]
    public void Nothing_that_reorders_or_hides_text_is_in_either_part()
    {
        foreach (var name in (string[])["hostile", "hostile-broken", "hostile-weekly"])
        foreach (var part in new[] { Mails.All[name].Text, Mails.Seen(Mails.All[name].Html) })
            part.EnumerateRunes()
                // Joiners belong to emoji, the word joiner keeps addresses from becoming links, isolates are ours.
                .Where(rune => IsUnseen(rune) && rune.Value is not ('\n' or 0x200D or 0x2060 or 0x2068 or 0x2069))
                .ShouldBeEmpty();
    }

    [Fact]
    public void A_name_written_from_right_to_left_moves_no_figure_beside_it()
    {
        var report = SomeReport.Drift();
        var hebrew = report with { Run = report.Run with { Workspace = "שלום" }, Stages = [new("שלום", "عربي", 12)] };
        var mail = NewsMail.Write(hebrew, MailLinks.None);

        mail.Subject.ShouldBe("[drift] \u2068שלום\u2069: MQL +37 / −12 of 1,000 leads");
        mail.Text.ShouldContain("12: \u2068שלום\u2069 → \u2068عربي\u2069\n");
        mail.Html.ShouldContain("\u2068שלום\u2069 → \u2068عربي\u2069");
    }

    [Fact]
    public void No_hostile_address_is_one_that_a_mail_program_makes_a_link_of()
    {
        foreach (var name in (string[])["hostile", "hostile-broken"])
        foreach (var part in new[] { Mails.All[name].Text, Mails.Seen(Mails.All[name].Html) })
        {
            part.ShouldContain("evil.example");
            foreach (var link in (string[])["http://", "https://", "www.", "a@evil"])
                part.ShouldNotContain(link);
        }
    }

    private static bool IsUnseen(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static string Elements(RunReport report)
    {
        var elements = Mails
            .Document(NewsMail.Write(report, MailLinks.None).Html)
            .All.Select(element =>
                element.LocalName + string.Concat(element.Attributes.Select(attribute => $" {attribute.Name}"))
            );
        return string.Join('\n', elements);
    }
}
