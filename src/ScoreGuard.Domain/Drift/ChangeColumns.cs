using System.Collections.Immutable;

namespace ScoreGuard.Domain.Drift;

/// <summary>What a table of changed leads has columns for, known before the first of them is.</summary>
/// <param name="Dimensions">Every dimension that an outcome of either side may have a score in, in order of the model.</param>
/// <param name="Labels">Every dimension that an outcome of either side may have a label in.</param>
public sealed record ChangeColumns(ImmutableArray<string> Dimensions, ImmutableArray<string> Labels);
