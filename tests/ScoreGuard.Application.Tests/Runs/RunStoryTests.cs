using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Runs;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Runs;

public sealed class RunStoryTests
{
    private const string Threshold = "'>= 60'";

    [Fact]
    public async Task An_unchanged_model_passes()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Headline.ShouldBe("All 40 leads end as approved");
        guarded.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_that_moves_leads_is_drift_and_named()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        guarded.EditModel(Threshold, "'>= 50'");
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Drift);
        guarded.Changes.Count.ShouldBe((int)(run.Figures.Leads - run.Figures.Unchanged));
        run.Figures.Gained.ShouldBeGreaterThan(0);
        guarded.Report!.Edits.Single().Name.ShouldBe("mql");
        guarded.Report.Causes.ShouldAllBe(cause => cause.Edits.Length == 1 && cause.Rules.Contains("mql"));
    }

    [Fact]
    public async Task An_edit_that_is_undone_is_resolved()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        guarded.EditModel(Threshold, "'>= 50'");
        await guarded.RunAsync();
        guarded.EditModel("'>= 50'", Threshold);
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Resolved);
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_model_with_an_error_is_broken_and_recorded()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        guarded.EditModel("points: 50", "points: fifty");
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.ShouldContain(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.At != null);
        (await guarded.Context.Stores.Runs.FindAsync(run.Id, default)).ShouldNotBeNull();
        (await guarded.DecideAsync(run.Id)).ShouldBeOfType<DecisionOutcome.Refused>();
    }

    [Fact]
    public async Task Without_frozen_leads_a_run_is_broken_and_says_what_to_do()
    {
        using var guarded = new Guarded();
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Headline.ShouldBe("Could not judge: No leads are frozen yet; run `scoreguard generate` first.");
    }

    [Fact]
    public async Task A_damaged_shard_breaks_a_run_and_never_passes()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        foreach (
            var shard in Directory.GetFiles(
                Path.Combine(guarded.StorePath, "shards"),
                "*.gz",
                SearchOption.AllDirectories
            )
        )
        {
            var bytes = await File.ReadAllBytesAsync(shard);
            await File.WriteAllBytesAsync(shard, bytes[..(bytes.Length / 2)]);
        }

        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Single().Code.ShouldBe(StoreCodes.Altered.Code);
    }

    [Fact]
    public async Task Other_leads_are_never_drift_and_need_a_new_baseline()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        guarded.Write("leads.jsonl", Guarded.Leads.Replace("Germany", "Austria", StringComparison.Ordinal));
        (await guarded.RunAsync()).Diagnostics.Single().Code.ShouldBe(RunCodes.PlanChanged.Code);
        (await guarded.FreezeAsync())
            .ShouldBeOfType<FreezeOutcome.Refused>()
            .Diagnostics.Single()
            .Code.ShouldBe(RunCodes.AlreadyFrozen.Code);
        (await guarded.FreezeAsync(replace: true)).ShouldBeOfType<FreezeOutcome.Frozen>();
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Single().Code.ShouldBe(RunCodes.LeadSetChanged.Code);
        guarded.Changes.ShouldBeEmpty();
        (await guarded.DecideAsync(run.Id)).ShouldBeOfType<DecisionOutcome.Recorded>().Baseline!.Version.ShouldBe(2);
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_new_engine_that_moves_nothing_may_judge()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        guarded.Replayers = new OtherEngine(moves: false);
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Diagnostics.Single().Code.ShouldBe(RunCodes.EngineChanged.Code);
        guarded.EditModel(Threshold, "'>= 50'");
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Drift);
    }

    [Fact]
    public async Task A_new_engine_that_moves_outcomes_is_broken_and_no_drift()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        guarded.Replayers = new OtherEngine(moves: true);
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Single().Code.ShouldBe(RunCodes.EngineMovesOutcomes.Code);
        (await guarded.DecideAsync(run.Id))
            .ShouldBeOfType<DecisionOutcome.Recorded>()
            .Baseline!.EngineVersion.ShouldBe("other");
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task An_accepted_preview_is_promoted_once_live_equals_it()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        var preview = await guarded.PreviewAsync(Guarded.Model.Replace(Threshold, "'>= 50'", StringComparison.Ordinal));
        preview.Verdict.ShouldBe(Verdict.Drift);
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
        (await guarded.DecideAsync(preview.Id)).ShouldBeOfType<DecisionOutcome.Recorded>().Baseline.ShouldBeNull();
        guarded.EditModel(Threshold, "'>= 50'");
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Approved);
        var baseline = (await guarded.Context.Stores.Baselines.FindAsync(2, default))!;
        baseline.Decision.Kind.ShouldBe(DecisionKind.Promote);
        baseline.Decision.By.ShouldBe("Ann");
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_preview_that_was_rejected_later_is_not_promoted()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        var preview = await guarded.PreviewAsync(Guarded.Model.Replace(Threshold, "'>= 50'", StringComparison.Ordinal));
        await guarded.DecideAsync(preview.Id);
        await guarded.DecideAsync(preview.Id, DecisionKind.Reject);
        guarded.EditModel(Threshold, "'>= 50'");
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Drift);
    }

    [Fact]
    public async Task Two_runs_at_once_are_kept_apart()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        var held = (
            await guarded.Context.Stores.Lock.TryAcquireAsync("run", guarded.Context.Now, default)
        ).ShouldBeOfType<RunLockResult.Acquired>();
        (await guarded.TryRunAsync())
            .ShouldBeOfType<RunOutcome.Refused>()
            .Diagnostics.Single()
            .Code.ShouldBe(RunCodes.Locked.Code);
        held.Handle.Dispose();
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_report_made_again_has_the_same_figures()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        guarded.EditModel("points: 10", "points: 15");
        var run = await guarded.RunAsync();
        var (first, changes) = (guarded.Report!, guarded.Changes.Select(change => change.Lead).ToList());
        var again = await guarded.ReportAsync(run.Id);
        again.Headline.ShouldBe(first.Headline);
        again.Counts.ByKind.ShouldBe(first.Counts.ByKind);
        again.Stages.ShouldBe(first.Stages);
        again.Rules.ShouldBe(first.Rules);
        again.Edits.ShouldBe(first.Edits);
        again.Causes.Select(cause => cause.Digest).ShouldBe(first.Causes.Select(cause => cause.Digest));
        guarded.Changes.Select(change => change.Lead).ShouldBe(changes);
    }

    [Fact]
    public async Task Leads_that_are_none_are_refused_whole_with_every_error()
    {
        using var guarded = new Guarded();
        guarded.Write("leads.jsonl", Guarded.Leads + "{\"id\":\"L001\",\"createdAt\":\"2026-01-01\"}\nnot json\n");
        var refused = (await guarded.FreezeAsync()).ShouldBeOfType<FreezeOutcome.Refused>();
        refused
            .Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At!.Value.Line))
            .ShouldBe([("SG2007", 41), ("SG2001", 42)]);
        (await guarded.Context.Stores.LeadSets.FindCurrentAsync(default)).ShouldBeNull();
    }

    /// <summary>Our engine under another version, which may give every lead a rule more.</summary>
    private sealed class OtherEngine(bool moves) : IReplayers
    {
        private readonly EngineReplayers _ours = new();

        public string EngineVersion => "other";

        public IReplayer Compile(ScoringModel model) =>
            moves
                ? _ours.Compile(model with { Routing = model.Routing! with { Default = "Elsewhere" } })
                : _ours.Compile(model);
    }
}
