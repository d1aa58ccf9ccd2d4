using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Reporting.Mail;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests.Mail;

public sealed class MailFiguresTests
{
    public static TheoryData<string> Names => Mails.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_parts_of_a_mail_carry_the_same_figures_in_the_same_order(string name)
    {
        var mail = Mails.All[name];
        var figures = Figures(mail.Text);

        figures.ShouldNotBeEmpty();
        Figures(Mails.Seen(mail.Html)).ShouldBe(figures);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Subject_and_preheader_hold_no_figure_that_the_mail_does_not_hold(string name)
    {
        var mail = Mails.All[name];
        var figures = Figures(mail.Text);

        Figures(mail.Preheader).ShouldBeSubsetOf(figures);
        // The digest's subject and the count of errors are sums of what the mail lists.
        if (name is "drift" or "approved" or "resolved" or "no-baseline" or "weekly")
            Figures(mail.Subject).ShouldBeSubsetOf(figures);
    }

    [Fact]
    public void The_figures_are_those_of_the_report() =>
        Prop.ForAll(
                Gen.Choose(1, 3_000_000).Four().ToArbitrary(),
                counts =>
                {
                    var (gained, lost, other, unchanged) = counts;
                    var leads = (long)gained + lost + other + unchanged;
                    var report = SomeReport.Drift() with
                    {
                        Counts = new(
                            leads,
                            gained,
                            lost,
                            other,
                            unchanged,
                            [
                                new(ChangeKind.SalesGained, gained),
                                new(ChangeKind.SalesLost, lost),
                                new(ChangeKind.Score, other),
                            ]
                        ),
                        Sales = new(["MQL"], 5, 5 + gained - lost, gained, lost),
                    };
                    var mail = NewsMail.Write(report, MailLinks.None);
                    var lines = mail.Text.Split('\n');

                    lines.ShouldContain($"+{gained:N0} now reach Sales");
                    lines.ShouldContain($"−{lost:N0} no longer reach Sales");
                    lines.ShouldContain($"{other:N0} changed in another way");
                    lines.ShouldContain($"{unchanged:N0} unchanged");
                    lines.ShouldContain($"Of {leads:N0} leads, every one of them synthetic.");
                    mail.Subject.ShouldBe($"[drift] acme-b2b: MQL +{gained:N0} / −{lost:N0} of {leads:N0} leads");
                    Figures(Mails.Seen(mail.Html)).ShouldBe(Figures(mail.Text));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void A_report_whose_parts_do_not_sum_is_never_mailed()
    {
        var drift = SomeReport.Drift();

        Should.Throw<ArgumentException>(() =>
            NewsMail.Write(drift with { Counts = drift.Counts with { Unchanged = 886 } }, MailLinks.None)
        );
    }

    [Fact]
    public void A_run_that_could_not_judge_shows_no_figure_of_movement()
    {
        var mail = NewsMail.Write(SomeReport.Drift() with { Verdict = Domain.Runs.Verdict.Broken }, MailLinks.None);

        mail.Text.ShouldNotContain("reach Sales\n");
        mail.Text.ShouldNotContain("Why it moved");
        mail.Html.ShouldNotContain("Why it moved");
    }

    private static List<string> Figures(string text) =>
        [
            .. string.Concat(
                    text.Select(unit => "+−0123456789,.".Contains(unit, StringComparison.Ordinal) ? unit : ' ')
                )
                .Split(' ')
                .Select(figure => figure.Trim(',', '.'))
                .Where(figure => figure.Any(char.IsAsciiDigit)),
        ];
}
