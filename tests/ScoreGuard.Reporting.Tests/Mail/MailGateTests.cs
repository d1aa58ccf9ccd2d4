using System.Text;
using AngleSharp.Dom;
using ScoreGuard.Reporting.Mail;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests.Mail;

/// <summary>Only what Gmail, Outlook with Word, Apple Mail and Yahoo all show; a list of what is allowed, so that nothing slips in.</summary>
public sealed class MailGateTests
{
    private static readonly string[] Elements =
    [
        "html",
        "head",
        "meta",
        "title",
        "body",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "p",
        "h1",
        "h2",
        "span",
        "strong",
        "br",
        "a",
    ];

    private static readonly string[] Attributes =
    [
        "lang",
        "dir",
        "charset",
        "name",
        "content",
        "role",
        "scope",
        "width",
        "height",
        "align",
        "valign",
        "cellpadding",
        "cellspacing",
        "border",
        "bgcolor",
        "style",
        "href",
    ];

    private static readonly string[] Properties =
    [
        "margin",
        "padding",
        "width",
        "height",
        "max-width",
        "color",
        "background-color",
        "font-family",
        "font-size",
        "font-weight",
        "line-height",
        "text-align",
        "text-decoration",
        "vertical-align",
        "white-space",
        "word-break",
        "border",
        "border-top",
        "border-bottom",
        "border-collapse",
    ];

    /// <summary>Of the preheader alone.</summary>
    private static readonly string[] Hiding = ["display", "max-height", "overflow", "mso-hide"];

    public static TheoryData<string> Names => Mails.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_uses_only_what_every_inbox_shows(string name)
    {
        var document = Mails.Document(Mails.All[name].Html);

        document.All.Select(element => element.LocalName).Distinct().ShouldBeSubsetOf(Elements);
        document
            .All.SelectMany(element => element.Attributes)
            .Select(attribute => attribute.Name)
            .Distinct()
            .ShouldBeSubsetOf(Attributes);
        foreach (var (element, property, value) in Styles(document))
        {
            Properties.Concat(IsPreheader(element) ? Hiding : []).ShouldContain(property);
            value.ShouldNotContain("url(");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_says_its_language_and_direction_also_where_its_frame_is_stripped(string name)
    {
        var document = Mails.Document(Mails.All[name].Html);

        foreach (var element in new[] { document.DocumentElement, document.Body!.FirstElementChild! })
        {
            element.GetAttribute("lang").ShouldBe("en");
            element.GetAttribute("dir").ShouldBe("ltr");
        }

        document.Title.ShouldBe(Mails.All[name].Subject);
        document.QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_is_either_layout_and_says_so_or_has_headings_for_rows_and_columns(string name)
    {
        foreach (var table in Mails.Document(Mails.All[name].Html).QuerySelectorAll("table"))
        {
            if (table.GetAttribute("role") is { } role)
            {
                role.ShouldBe("presentation");
                Own(table, "th").ShouldBeEmpty();
                continue;
            }

            Own(table, "thead th").Select(head => head.GetAttribute("scope")).ShouldBe(["col", "col"]);
            foreach (var row in Own(table, "tbody > tr"))
                row.Children.Count(cell => cell.GetAttribute("scope") == "row").ShouldBe(1);
        }

        static List<IElement> Own(IElement table, string selector) =>
            [.. table.QuerySelectorAll(selector).Where(part => part.Closest("table") == table)];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Colours_that_Word_reads_are_those_that_others_read(string name)
    {
        foreach (var element in Mails.Document(Mails.All[name].Html).QuerySelectorAll("[bgcolor]"))
            element
                .GetAttribute("style")
                .ShouldNotBeNull()
                .ShouldContain($"background-color:{element.GetAttribute("bgcolor")}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_said_by_colour_or_length_alone(string name)
    {
        var document = Mails.Document(Mails.All[name].Html);
        foreach (var bar in document.QuerySelectorAll("table[role=presentation] td[height='8']"))
        {
            var row = bar.Closest("tbody")!.ParentElement!.Closest("tr")!;
            row.QuerySelector("td strong")!.TextContent.ShouldMatch("^[+−]?[0-9,]+$");
            row.QuerySelector("th")!.TextContent.Trim().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void The_only_link_opens_the_report()
    {
        var document = Mails.Document(Mails.All["drift"].Html);

        document.QuerySelectorAll("[href]").Single().GetAttribute("href").ShouldBe(Mails.Page.AbsoluteUri);
        Mails.All["drift"].Text.ShouldContain("\n" + Mails.Page.AbsoluteUri + "\n");
        foreach (var name in Mails.All.Keys.Except(["drift", "replay-drift", "approved", "resolved"]))
            Mails.Document(Mails.All[name].Html).QuerySelectorAll("[href]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@example.com")]
    public void A_link_that_is_no_web_page_is_refused(string link) =>
        Should.Throw<ArgumentException>(() => new MailLinks(new(link)));

    [Fact]
    public void With_a_page_nobody_has_to_type_and_without_one_the_commands_are_there()
    {
        Mails.All["drift"].Text.ShouldNotContain("scoreguard review");
        Mails.All["drift-without-page"].Text.ShouldContain("  scoreguard review 20260310T060000Z-9f2c41\n");
        Mails.All["drift-without-page"].Text.ShouldNotContain("Open the whole report");
    }

    [Fact]
    public void Ten_thousand_drifted_leads_with_long_hostile_names_are_not_clipped_by_any_inbox()
    {
        var mail = NewsMail.Write(Mails.Huge(), new(Mails.Page));

        Encoding.UTF8.GetByteCount(mail.Html).ShouldBeLessThanOrEqualTo(MailContent.MostBytes);
        mail.Text.ShouldMatch("And (9,99[0-9]) more groups, with \\1 leads.");
        Mails.Seen(mail.Html).ShouldContain("Open the whole report");
        var broken = NewsMail.Write(Mails.Huge() with { Verdict = Domain.Runs.Verdict.Broken }, MailLinks.None);
        Encoding.UTF8.GetByteCount(broken.Html).ShouldBeLessThanOrEqualTo(MailContent.MostBytes);
        broken.Text.ShouldContain("more are in the report.");
    }

    [Fact]
    public void Ten_thousand_drifted_leads_with_usual_names_show_the_gravest_eight()
    {
        var drift = SomeReport.Drift();
        var report = drift with
        {
            Counts = new(10_000, 0, 0, 10_000, 0, [new(Domain.Drift.ChangeKind.Score, 10_000)]),
            Leads = [.. Enumerable.Range(0, 10_000).Select(at => drift.Leads[at % 4] with { Lead = $"L{at}" })],
        };
        var mail = NewsMail.Write(report, new(Mails.Page));

        Encoding.UTF8.GetByteCount(mail.Html).ShouldBeLessThan(MailContent.MostBytes / 2);
        mail.Text.ShouldContain("== The 8 gravest of 10,000 changed leads\n");
        mail.Text.ShouldContain("\nL7: ");
        mail.Text.ShouldNotContain("\nL8: ");
    }

    [Fact]
    public void A_digest_of_very_many_workspaces_fits_and_counts_the_rest()
    {
        var digest = Mails.Digest(HostileReport.Texts[^2]);
        var mail = DigestMail.Write(
            digest with
            {
                Workspaces = [.. Enumerable.Range(0, 2_000).Select(_ => digest.Workspaces[1])],
            }
        );

        Encoding.UTF8.GetByteCount(mail.Html).ShouldBeLessThanOrEqualTo(MailContent.MostBytes);
        mail.Text.ShouldMatch("And 1,9[0-9][0-9] more workspaces\\.");
    }

    private static bool IsPreheader(IElement element) =>
        element.LocalName == "div" && element.ParentElement?.ParentElement?.LocalName == "body";

    private static IEnumerable<(IElement Element, string Property, string Value)> Styles(IDocument document) =>
        from element in document.All
        from style in (element.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        let parts = style.Split(':', 2)
        select (element, parts[0], parts[1]);
}
