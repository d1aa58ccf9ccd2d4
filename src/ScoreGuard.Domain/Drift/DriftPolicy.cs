using System.Collections.Immutable;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>What a workspace calls reaching Sales, and how far a score may move before it counts.</summary>
/// <param name="SalesStages">Entering one of these at least once is reaching Sales; empty: nothing is.</param>
/// <param name="Tolerance">Points by dimension; 0 where a dimension is not named.</param>
public sealed record DriftPolicy(
    ImmutableArray<string> SalesStages,
    ImmutableSortedDictionary<string, decimal> Tolerance
)
{
    /// <summary>No sales line, no tolerance.</summary>
    public static DriftPolicy None { get; } =
        new([], ImmutableSortedDictionary<string, decimal>.Empty.WithComparers(StringComparer.Ordinal));

    public bool ReachesSales(Outcome? outcome)
    {
        if (outcome is not null)
        {
            foreach (var entry in outcome.History)
            {
                if (SalesStages.Contains(entry.Stage))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a score may be called the same: a value against none never may.</summary>
    public bool Tolerates(string dimension, decimal? before, decimal? after) =>
        before is { } was && after is { } now
            ? Math.Abs(now - was) <= Tolerance.GetValueOrDefault(dimension)
            : before == after;
}
