using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Comparing;

/// <summary>What scores leads shard by shard: our engine, or a service that is asked.</summary>
internal static class OutcomeSources
{
    /// <param name="target">As the run took it down when it started.</param>
    public static IOutcomeSource Of(
        WorkspaceContext context,
        TargetDefinition target,
        string run,
        LeadSet leads,
        ScoringModel model
    )
    {
        var store = context.Stores.LeadShards;
        if (target.Type != TargetType.Http)
        {
            return new ReplayedOutcomes(store, leads, context.Replayers.Compile(model));
        }

        return context.Targets.OpenService(target, Live.LiveRun.MarkOf(run), context.Stores.Ledger) switch
        {
            Parsed<IScoringService>.Ok service => new ScoredOutcomes(store, leads, service.Value),
            Parsed<IScoringService>.Refused refused => new StoredOutcomes(
                context.Stores.OutcomeShards,
                [],
                refused.Diagnostics
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
