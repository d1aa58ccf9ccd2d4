using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Reports;

/// <summary>What happened in a workspace: runs, previews and decisions, newest first.</summary>
public sealed class ListHistory(WorkspaceContext context)
{
    public async Task<ImmutableArray<HistoryEntry>> ExecuteAsync(int limit, CancellationToken cancellationToken)
    {
        var runs = await context.Stores.Runs.ListAsync(limit, cancellationToken);
        var decisions = await context.Stores.Runs.ListDecisionsAsync(cancellationToken);
        var baselines = await context.Stores.Baselines.ListAsync(cancellationToken);
        return
        [
            .. runs.Select(Entry)
                .Concat(decisions.Select(decision => Entry(decision, "")))
                .Concat(baselines.Select(made => Entry(made.Decision, $"baseline version {made.Version}: ")))
                .OrderByDescending(entry => entry.At)
                .ThenByDescending(entry => entry.Id, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private static HistoryEntry Entry(RunRecord run) =>
        new(
            run.StartedAt,
            run.Id,
            run.Kind == RunKind.Preview ? "preview" : "run",
            VerdictCode.Of(run.Verdict),
            run.Reason.Length == 0 ? run.Headline : $"{run.Headline} ({run.Reason})"
        );

    private static HistoryEntry Entry(Decision decision, string made)
    {
        var what = decision.Scope switch
        {
            DecisionScope.Causes => $"{decision.Causes.Length} of its causes, ",
            DecisionScope.Leads => $"{decision.Leads.Length} of its leads, ",
            _ => "",
        };
        return new(
            decision.At,
            decision.Id,
            "decision",
            Lower(decision.Kind.ToString()),
            $"{made}{what}by {decision.By}: {decision.Reason}"
        );
    }

    private static string Lower(string word) => word.ToLowerInvariant();
}
