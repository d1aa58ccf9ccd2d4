using System.Collections.Immutable;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>What a table of outcomes has columns for.</summary>
/// <param name="Attributes">Of the leads; empty: none is shown.</param>
/// <param name="Dimensions">With a score.</param>
/// <param name="Labels">Dimensions with a label.</param>
public sealed record OutcomeColumns(
    ImmutableArray<string> Attributes,
    ImmutableArray<string> Dimensions,
    ImmutableArray<string> Labels
);
