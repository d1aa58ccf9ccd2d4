using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class VerdictTests
{
    [Fact]
    public void A_broken_run_prints_no_finding_even_where_it_carries_some()
    {
        var broken = SomeReport.Drift() with { Verdict = Verdict.Broken };
        var page = Forms.Page(broken);

        page.QuerySelector(".badge")!.TextContent.Trim().ShouldBe("Broken run: this is not a pass");
        page.QuerySelector(".verdict")!.ClassList.ShouldContain("alarm");
        page.QuerySelectorAll(".tile, .cause, table").ShouldBeEmpty();
        Forms.Text(ReportFiles.Markdown, broken).ShouldNotContain("unchanged");
        Forms.Text(ReportFiles.JUnit, broken).ShouldNotContain("unchanged");
    }

    [Fact]
    public void Only_passed_approved_and_resolved_look_calm()
    {
        foreach (var report in new[] { SomeReport.Passed(), SomeReport.Approved(), SomeReport.Resolved() })
            Tone(report).ShouldBe("calm");

        Tone(SomeReport.Drift()).ShouldBe("attention");
        Tone(SomeReport.Preview()).ShouldBe("attention");
        Tone(SomeReport.NoBaseline()).ShouldBe("neutral");
        Tone(SomeReport.Broken()).ShouldBe("alarm");
    }

    [Fact]
    public void The_page_leads_with_the_verdict_and_the_movement_in_words()
    {
        var page = Forms.Page(SomeReport.Drift());

        page.QuerySelector(".badge")!.TextContent.Trim().ShouldBe("Drift, not approved");
        page.QuerySelector("h1")!.TextContent.ShouldBe("MQL +37 / −12 of 1,000 leads");
        page.QuerySelectorAll(".tile")
            .Select(tile => Words(tile.TextContent))
            .ShouldBe([
                "+37 now reach Sales",
                "−12 no longer reach Sales",
                "64 changed in another way",
                "887 unchanged",
            ]);
    }

    [Fact]
    public void Kinds_of_change_are_listed_so_that_they_sum_to_the_figure_above_them()
    {
        var drift = SomeReport.Drift();
        Kinds(drift).ShouldBe("The 64 that changed in another way: 9 14 41");

        // Ten leads are new, and three of them reach Sales.
        var mixed = drift with
        {
            Counts = new(100, 3, 0, 7, 90, [new(ChangeKind.New, 10)]),
        };
        Kinds(mixed).ShouldBe("All 10 that changed, by the gravest thing about each: 10");
    }

    [Fact]
    public void Many_causes_of_few_edits_are_summed_by_edit()
    {
        var drift = SomeReport.Drift();
        var first = drift.Causes[0] with { Leads = 37, Edits = ["one edit"] };
        var both = drift.Causes[1] with { Leads = 12, Edits = ["one edit", "another"] };
        var page = Forms.Page(
            drift with
            {
                Causes = [first, both, .. drift.Causes[2..].Select(cause => cause with { Edits = [] })],
            }
        );

        page.QuerySelectorAll(".shares tbody tr")
            .Select(row => $"{Words(row.Children[0].TextContent)}: {row.Children[1].TextContent}")
            .ShouldBe([
                "one edit 37 now reach Sales, 12 no longer reach Sales: 49",
                "another 12 no longer reach Sales: 12",
                "No edit of the model. 9 routed to somebody else, or at another time, 14 another grade or label, 41 another score only: 64",
            ]);
    }

    [Fact]
    public void A_preview_speaks_of_what_would_happen()
    {
        var page = Forms.Page(SomeReport.Preview());

        page.QuerySelector(".lede")!
            .TextContent.ShouldBe(
                "If this candidate went live, 113 of 1,000 leads would come out differently from the approved baseline, version 3. "
                    + "Nothing was changed by looking: no baseline, no platform."
            );
        page.QuerySelector(".tile.lost .words")!.TextContent.Trim().ShouldBe("would no longer reach Sales");
    }

    [Fact]
    public void Without_a_baseline_the_page_gives_the_command_that_approves_one() =>
        Forms
            .Page(SomeReport.NoBaseline())
            .QuerySelector(".commands code")!
            .TextContent.ShouldBe("scoreguard decide 20260310T060000Z-17ab0e --accept all --reason \"first baseline\"");

    [Fact]
    public void Without_a_baseline_and_without_commands_the_page_still_says_how_to_approve() =>
        Forms
            .Page(SomeReport.NoBaseline() with { Commands = [] })
            .QuerySelector(".actions")!
            .TextContent.ShouldContain("use the command “scoreguard decide”");

    [Fact]
    public void Drift_under_an_unchanged_model_says_so()
    {
        var drift = SomeReport.Drift();
        var page = Forms.Page(
            drift with
            {
                Edits = [],
                Run = drift.Run with { ModelHash = drift.Baseline!.ModelHash },
            }
        );

        page.QuerySelector("[aria-labelledby=edits]")!
            .TextContent.ShouldContain("Nothing: the model is the same, byte for byte, as the baseline’s.");
    }

    [Fact]
    public void Every_page_says_that_its_leads_are_synthetic()
    {
        foreach (
            var report in new[]
            {
                SomeReport.Passed(),
                SomeReport.Drift(),
                SomeReport.NoBaseline(),
                SomeReport.Broken(),
            }
        )
            Forms
                .Page(report)
                .QuerySelector("footer .synthetic")!
                .TextContent.ShouldStartWith("Every lead in this report is synthetic.");
    }

    private static string Tone(RunReport report) =>
        Forms.Page(report).QuerySelector(".verdict")!.ClassList.Single(name => name != "verdict");

    private static string Kinds(RunReport report)
    {
        var page = Forms.Page(report);
        var numbers = page.QuerySelectorAll(".kinds strong").Select(number => number.TextContent);
        return $"{page.QuerySelector(".others")!.TextContent} {string.Join(' ', numbers)}";
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
