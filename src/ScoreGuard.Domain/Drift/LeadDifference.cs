using System.Collections.Immutable;

namespace ScoreGuard.Domain.Drift;

/// <summary>How one lead's outcomes differ, before it is known to which cause it belongs.</summary>
/// <param name="Fields">The parts of the outcome that differ, in order of the outcome line.</param>
/// <param name="Rules">Rules whose points differ, largest difference first.</param>
/// <param name="Movers">Ids of rules, transitions, routing rules and SLAs that made the difference, without those that only follow from it; sorted
/// ordinally, each once. Empty for a lead that is new or vanished.</param>
/// <param name="Gained">Reaches Sales now and did not before, whatever graver kind it counts under.</param>
/// <param name="Tolerated">Nothing differs but scores within a tolerance that the workspace declares, and the points behind them.</param>
public sealed record LeadDifference(
    ChangeKind Kind,
    ImmutableArray<string> Fields,
    ImmutableArray<RuleDelta> Rules,
    ImmutableArray<string> Movers,
    bool Gained,
    bool Lost,
    bool Tolerated
);
