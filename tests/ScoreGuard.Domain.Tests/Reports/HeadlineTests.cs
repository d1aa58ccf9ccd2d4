using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Tests.Reports;

/// <summary>What a run found, in one sentence.</summary>
public sealed class HeadlineTests
{
    private static readonly DriftPolicy Policy = DriftPolicy.None with { SalesStages = ["MQL"] };

    private static readonly TargetFacts Salesforce = new("Salesforce", IsReplay: true, null, NotTestable: 2);

    [Fact]
    public void Where_nobody_crosses_the_Sales_line_the_largest_move_is_said()
    {
        var leads = Leads(7, "Warm", "Cold").Concat(Leads(6, "Cold", "Cold")).ToList();

        Write(Verdict.Drift, leads, unchanged: 17)
            .Headline.ShouldBe(
                "Nobody moves to or from MQL; 7 of 30 leads go from Warm to Cold, 6 changed otherwise, 17 unchanged"
            );
    }

    [Fact]
    public void Where_only_scores_moved_the_changed_leads_are_counted() =>
        Write(Verdict.Drift, [.. Leads(6, "Cold", "Cold")], unchanged: 17)
            .Headline.ShouldBe("Nobody moves to or from MQL; 6 of 23 leads changed, 17 unchanged");

    [Fact]
    public void One_lead_goes_and_a_lead_without_a_label_comes_from_none()
    {
        Write(Verdict.Drift, [.. Leads(1, "Warm", "Cold")], unchanged: 1)
            .Headline.ShouldBe("Nobody moves to or from MQL; 1 of 2 leads goes from Warm to Cold, 1 unchanged");
        Write(Verdict.Drift, [.. Leads(2, null, "Cold")], unchanged: 1)
            .Headline.ShouldBe("Nobody moves to or from MQL; 2 of 3 leads go from none to Cold, 1 unchanged");
    }

    [Fact]
    public void Where_Sales_is_crossed_that_is_what_counts() =>
        Write(Verdict.Drift, [.. Leads(7, "Warm", "Cold"), .. Leads(1, "Hot", "Warm", "MQL")], unchanged: 2)
            .Headline.ShouldBe("MQL +0 / −1 of 10 leads; 7 changed otherwise, 2 unchanged");

    [Fact]
    public void Leads_that_were_not_tested_are_said_with_every_verdict_that_judges()
    {
        Write(Verdict.Passed, [], unchanged: 28, Salesforce)
            .Headline.ShouldBe("All 28 leads end as approved; 2 not tested");
        Write(Verdict.Resolved, [], unchanged: 28, Salesforce).Headline.ShouldEndWith("; 2 not tested");
        Write(Verdict.Drift, [.. Leads(6, "Cold", "Cold")], unchanged: 22, Salesforce)
            .Headline.ShouldEndWith(", 22 unchanged; 2 not tested");
        Write(Verdict.NoBaseline, [], unchanged: 0, Salesforce).Headline.ShouldEndWith("; 2 not tested");
        Write(Verdict.Passed, [], unchanged: 28, Salesforce with { NotTestable = 0 })
            .Headline.ShouldBe("All 28 leads end as approved");
    }

    [Fact]
    public void Why_leads_were_not_tested_is_told_in_the_words_of_the_warning()
    {
        var report = Write(
            Verdict.Passed,
            [],
            unchanged: 28,
            Salesforce,
            new Diagnostic(
                TargetCodes.NotTestable.Code,
                Severity.Warning,
                "f",
                null,
                "",
                "2 of 30 were not tested. Why."
            )
        );
        report.TargetWords.ShouldContain("2 of 30 were not tested. Why. They count in no figure of this report.");

        Write(Verdict.Passed, [], unchanged: 28, Salesforce)
            .TargetWords.ShouldContain("2 leads were not tested here. They count in no figure of this report.");
    }

    [Fact]
    public void Labels_are_summed_for_a_first_run()
    {
        using var tally = new DriftTally(OutcomeTotals.None, EditAttribution.None, 10, new Nowhere());
        foreach (var label in (string?[])["Warm", "Cold", "Cold", null])
        {
            tally.AddFirst(Outcome("L", 10, label, "Inquiry"), Policy);
        }

        var labels = tally.ToSummary().Labels.ShouldHaveSingleItem();
        labels.Dimension.ShouldBe("total");
        labels.Moves.ShouldBe([new("", "Cold", 2), new("", "Warm", 1)]);
    }

    private static RunReport Write(
        Verdict verdict,
        IReadOnlyList<(Outcome Before, Outcome After)> changed,
        long unchanged,
        TargetFacts? target = null,
        params ImmutableArray<Diagnostic> diagnostics
    )
    {
        using var tally = new DriftTally(Totals(changed, unchanged), EditAttribution.None, 10, new Nowhere());
        tally.AddUnchanged(unchanged);
        foreach (var (before, after) in changed)
        {
            tally.Add(new(before, after, OutcomeComparer.Compare(before, after, Policy), new byte[32]));
        }

        var run = new RunIdentity("R1", "Test", "run", "", default, default, "", "", "", default, "1", "");
        var baseline = new BaselineIdentity(1, "", "", "", default, "Ann", "");
        return RunReportWriter.Write(
            new(
                run,
                verdict,
                verdict == Verdict.NoBaseline ? null : baseline,
                Policy,
                new(null, null),
                null,
                tally.ToSummary(),
                [],
                diagnostics,
                target
            )
        );
    }

    private static OutcomeTotals Totals(IEnumerable<(Outcome Before, Outcome After)> changed, long unchanged)
    {
        var totals = new OutcomeTally();
        foreach (var (before, _) in changed)
        {
            totals.Add(before);
        }

        for (var lead = 0; lead < unchanged; lead++)
        {
            totals.Add(Outcome("U", 10, "Cold", "Inquiry"));
        }

        return totals.ToTotals();
    }

    /// <summary>Leads that lose 15 points.</summary>
    private static IEnumerable<(Outcome Before, Outcome After)> Leads(
        int count,
        string? was,
        string? now,
        string stage = "Inquiry"
    ) =>
        Enumerable
            .Range(0, count)
            .Select(lead => (Outcome($"L{lead}", 40, was, stage), Outcome($"L{lead}", 25, now, "Inquiry")));

    private static Outcome Outcome(string lead, decimal total, string? label, string stage) =>
        new(
            lead,
            [new("total", total)],
            label is null ? [] : [new("total", label)],
            null,
            stage,
            [new(stage, default, null)],
            [],
            [],
            [],
            [],
            null
        );

    private sealed class Nowhere : IChangeSink
    {
        public void Write(LeadChange change)
        {
            // Only sums are asked for.
        }
    }
}
