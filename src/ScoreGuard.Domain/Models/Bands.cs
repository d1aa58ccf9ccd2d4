using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <param name="From">Inclusive lower bound; null: from minus infinity.</param>
public sealed record Band(string Name, decimal? From);

/// <summary>The labels of a dimension, in document order.</summary>
public sealed record LabelSet(string Dimension, ImmutableArray<Band> Bands);

/// <summary>Row band followed by column band, as in <c>A1</c>.</summary>
public sealed record Grade(LabelSet Rows, LabelSet Columns);
