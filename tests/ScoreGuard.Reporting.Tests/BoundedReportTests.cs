using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Markdown;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class BoundedReportTests
{
    private static readonly RunReport Huge = MakeHuge();

    [Fact]
    public void Ten_thousand_causes_with_long_names_fit_a_page_that_opens_at_once() =>
        Forms.Bytes(ReportFiles.Html, Huge).Length.ShouldBeLessThan(400_000);

    [Fact]
    public void The_page_says_how_many_causes_it_leaves_out() =>
        Forms
            .Text(ReportFiles.Html, Huge)
            .ShouldContain(
                "9,992 more groups with 9,992 leads: all in report.json, and in the column “cause” of drift.csv."
            );

    [Fact]
    public void The_summary_stays_within_what_CI_shows_and_says_that_it_was_cut()
    {
        var emoji = Enlarge(string.Concat(Enumerable.Repeat("<👩‍👩‍👧‍👦>", 400)));

        foreach (var report in new[] { Huge, emoji })
            Forms.Bytes(ReportFiles.Markdown, report).Length.ShouldBeLessThanOrEqualTo(MarkdownSummary.MostBytes);
        Forms.Text(ReportFiles.Markdown, emoji).ShouldEndWith("\n_There is more: see report.html._\n");
    }

    [Fact]
    public void The_test_report_ends_after_500_causes_and_says_how_many_more_there_are()
    {
        var text = Forms.Text(ReportFiles.JUnit, Huge);

        text.ShouldContain("<testcase classname=\"ScoreGuard.acme-b2b.more\" name=\"9500 more causes\"");
        text.Length.ShouldBeLessThan(3_000_000);
    }

    private static RunReport MakeHuge() => Enlarge(new string('n', 2_000));

    private static RunReport Enlarge(string name)
    {
        var drift = SomeReport.Drift();
        var many = Enumerable.Range(0, 10_000).ToList();
        return drift with
        {
            Actions = [.. many.Select(_ => name)],
            Counts = new(10_000, 0, 0, 10_000, 0, [new(ChangeKind.Score, 10_000)]),
            Stages = [.. many.Select(at => new Transfer(name + at % 100, name + at / 100, 1))],
            Routes = [.. many.Select(at => new Transfer(name + at % 100, name + at / 100, 1))],
            Scores = [.. many.Take(100).Select(_ => drift.Scores[0])],
            Rules = [.. many.Select(at => new RuleMovement(name + at, 1, 1, 1, 1, 2))],
            Edits = [.. many.Select(at => new EditWords("added", "rule", name + at, name))],
            Causes =
            [
                .. many.Select(at =>
                    drift.Causes[0] with
                    {
                        Id = $"c-{at}",
                        Leads = 1,
                        Rules = [name, name],
                        Edits = [name, name, name, name, name],
                    }
                ),
            ],
            Leads = [.. many.Select(at => HostileReport.Change(name + at))],
            Diagnostics = [.. many.Select(_ => drift.Diagnostics[0] with { Message = name })],
        };
    }
}
