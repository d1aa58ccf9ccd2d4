using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <param name="Items">As spelled; each use converts them to the type that it compares.</param>
public sealed record NamedList(string Name, ImmutableArray<string> Items);

/// <summary>Criteria under a name.</summary>
public sealed record Segment(string Name, Criterion When);
