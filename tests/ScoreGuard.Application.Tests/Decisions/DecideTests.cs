using ScoreGuard.Application.Decisions;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Decisions;

public sealed class DecideTests
{
    [Fact]
    public async Task Accepting_causes_one_after_the_other_comes_to_the_run_itself()
    {
        using var guarded = await DriftedAsync();
        var run = await guarded.RunAsync();
        run.Causes.Length.ShouldBeGreaterThan(1);
        var left = run;
        for (var version = 2; left.Verdict == Verdict.Drift; version++)
        {
            var cause = left.Causes[0];
            var recorded = (
                await guarded.DecideAsync(left.Id, causes: [cause.Id])
            ).ShouldBeOfType<DecisionOutcome.Recorded>();
            recorded.Baseline!.Version.ShouldBe(version);
            recorded.Decision.Causes.ShouldBe([cause]);
            var before = left.Figures.Unchanged;
            left = await guarded.RunAsync();
            left.Figures.Unchanged.ShouldBeGreaterThan(before);
            left.Causes.ShouldNotContain(other => other.Id == cause.Id);
        }

        var current = ((BaselineLookup.Found)await guarded.Context.Stores.Baselines.FindCurrentAsync(default)).Baseline;
        current.OutcomesRoot.ShouldBe(run.OutcomesRoot);
        current.ModelHash.ShouldBe(run.ModelHash);
        var composed = await guarded.Context.Stores.Outcomes.GetAsync(current.OutcomesRoot, default);
        composed.Totals.Leads.ShouldBe(40);
    }

    [Fact]
    public async Task Accepted_leads_are_taken_over_and_no_others()
    {
        using var guarded = await DriftedAsync();
        var run = await guarded.RunAsync();
        var leads = guarded.Changes.Take(2).Select(change => change.Lead).ToArray();
        await guarded.DecideAsync(run.Id, leads: leads);
        var next = await guarded.RunAsync();
        next.Figures.Unchanged.ShouldBe(run.Figures.Unchanged + 2);
        guarded.Changes.Select(change => change.Lead).ShouldNotContain(lead => leads.Contains(lead));
    }

    [Fact]
    public async Task A_reject_is_recorded_and_moves_nothing()
    {
        using var guarded = await DriftedAsync();
        var run = await guarded.RunAsync();
        (await guarded.DecideAsync(run.Id, DecisionKind.Reject))
            .ShouldBeOfType<DecisionOutcome.Recorded>()
            .Baseline.ShouldBeNull();
        (await guarded.Context.Stores.Runs.ListDecisionsAsync(default)).Single().Kind.ShouldBe(DecisionKind.Reject);
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Drift);
    }

    [Fact]
    public async Task A_decision_on_a_baseline_that_moved_is_refused()
    {
        using var guarded = await DriftedAsync();
        var run = await guarded.RunAsync();
        await guarded.DecideAsync(run.Id, causes: [run.Causes[0].Id]);
        Code(await guarded.DecideAsync(run.Id)).ShouldBe([RunCodes.NotCurrent.Code]);
    }

    [Fact]
    public async Task A_decision_on_outcomes_that_a_later_run_no_longer_found_is_refused()
    {
        using var guarded = await DriftedAsync();
        var run = await guarded.RunAsync();
        guarded.EditModel("points: 10", "points: 11");
        await guarded.RunAsync();
        Code(await guarded.DecideAsync(run.Id)).ShouldBe([RunCodes.NotCurrent.Code]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_decision_is_said_at_once()
    {
        using var guarded = await DriftedAsync();
        var run = await guarded.RunAsync();
        Code(await guarded.DecideAsync(run.Id, causes: ["c-nothing"], reason: " "))
            .ShouldBe([RunCodes.ReasonMissing.Code, RunCodes.UnknownCause.Code]);
        Code(await guarded.DecideAsync(run.Id, leads: ["nobody"])).ShouldBe([RunCodes.UnknownLead.Code]);
        Code(await guarded.DecideAsync("20260101T000000Z-00000000")).ShouldBe([RunCodes.UnknownRun.Code]);
        (
            (BaselineLookup.Found)await guarded.Context.Stores.Baselines.FindCurrentAsync(default)
        ).Baseline.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_passed_leaves_nothing_to_decide()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        var run = await guarded.RunAsync();
        Code(await guarded.DecideAsync(run.Id)).ShouldBe([RunCodes.NothingToDecide.Code]);
    }

    private static IEnumerable<string> Code(DecisionOutcome outcome) =>
        outcome.ShouldBeOfType<DecisionOutcome.Refused>().Diagnostics.Select(diagnostic => diagnostic.Code);

    private static async Task<Guarded> DriftedAsync()
    {
        var guarded = await new Guarded().ApprovedAsync();
        guarded.EditModel("DE: [Germany]", "DE: [Deutschland]");
        return guarded;
    }
}
