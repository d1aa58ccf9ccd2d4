using System.Collections.Immutable;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Domain.Drift;

/// <summary>What a comparison found, summed up; everything in it is exact.</summary>
/// <param name="Tolerated">Changed leads in which nothing moved but scores within the workspace's tolerance.</param>
/// <param name="RulesChanged">For how many leads the points of each rule differ.</param>
/// <param name="ScoresChanged">For how many leads the score of each dimension differs.</param>
public sealed record DriftSummary(
    DriftCounts Counts,
    long Tolerated,
    OutcomeTotals Before,
    OutcomeTotals After,
    ImmutableArray<Transfer> Stages,
    ImmutableArray<Transfer> Routes,
    ImmutableSortedDictionary<string, long> RulesChanged,
    ImmutableSortedDictionary<string, long> ScoresChanged,
    ImmutableArray<Cause> Causes,
    ImmutableArray<LeadChange> Gravest
)
{
    /// <summary>For each dimension, leads that carry another label than before; on a first run every lead, from "".</summary>
    public ImmutableArray<LabelTransfers> Labels { get; init; } = [];

    /// <summary>What all changed leads have in common, as <see cref="Cause.Common"/>.</summary>
    public ImmutableArray<CommonTrait> Common { get; init; } = [];

    /// <summary>Changed leads that somebody has to look at.</summary>
    public long Drifted => Counts.Leads - Counts.Unchanged - Tolerated;
}
