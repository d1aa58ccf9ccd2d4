using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Explain;

namespace ScoreGuard.Application.Runs;

/// <summary>An upgrade run: the approved model on the new engine must differ in nothing, else nobody could tell what moved.</summary>
internal static class EngineUpgrade
{
    public static async Task CheckAsync(
        WorkspaceContext context,
        Evidence evidence,
        CancellationToken cancellationToken
    )
    {
        if (
            evidence is not { Baseline: { } baseline, BaselineOutcomes: { } outcomes, Leads: { } leads }
            || baseline.EngineVersion == context.Replayers.EngineVersion
            || baseline.LeadSetRoot != leads.Root
        )
        {
            return;
        }

        var versions = $"Engine {context.Replayers.EngineVersion} follows {baseline.EngineVersion}";
        if (evidence.BaselineModel is not { } model)
        {
            Refuse($"{versions}, and the approved model cannot be read back to check that it gives the same outcomes.");
            return;
        }

        var source = new ReplayedOutcomes(context.Stores.LeadShards, leads, context.Replayers.Compile(model));
        var comparison = new OutcomeComparison(
            context.Stores.OutcomeShards,
            evidence.Policy,
            context.Stores.Scratch,
            keep: false
        );
        using var tally = new DriftTally(outcomes.Totals, EditAttribution.None, 0, NoSink.Instance);
        await comparison.RunAsync(outcomes.Shards, source, tally, cancellationToken);
        var counts = tally.ToSummary().Counts;
        var moved = counts.Leads - counts.Unchanged;
        if (moved == 0)
        {
            evidence.Add(
                RunCodes.EngineChanged,
                Severity.Warning,
                $"baseline version {baseline.Version}",
                $"{versions}: the approved model gives the same outcomes on both."
            );
        }
        else
        {
            Refuse(
                $"{versions}: with it the approved model gives other outcomes for {Counted.Of(moved, "lead")}, so drift cannot be told from the upgrade."
            );
        }

        void Refuse(string message) =>
            evidence.Add(
                RunCodes.EngineMovesOutcomes,
                Severity.Error,
                $"baseline version {baseline.Version}",
                message + " Go back to the earlier version, or approve a new baseline."
            );
    }
}
