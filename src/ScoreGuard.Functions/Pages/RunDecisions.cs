using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Functions.Pages;

/// <summary>What was decided about one run.</summary>
internal static class RunDecisions
{
    /// <returns>In their order, each with the version of the baseline that it made; null: none.</returns>
    public static async Task<IReadOnlyList<(Decision Decision, int? Version)>> ListAsync(
        IRunStore runs,
        RunRecord run,
        ImmutableArray<Baseline> baselines,
        CancellationToken stop
    )
    {
        var recorded = await runs.ListDecisionsAsync(stop);
        return
        [
            .. recorded
                .Select(decision => (Decision: decision, Version: (int?)null))
                .Concat(baselines.Select(made => (made.Decision, Version: (int?)made.Version)))
                .Where(made => made.Decision.Run == run.Id)
                .OrderBy(made => made.Decision.At),
        ];
    }
}
