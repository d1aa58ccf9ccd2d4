using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>One organisation's scoring and lifecycle configuration, read and found free of errors.</summary>
/// <remarks>
/// Every collection is in document order. Everything that a criterion names exists, every operand has been converted to
/// the type that it is compared with, every pattern compiles: who holds a model need not check again.
/// </remarks>
public sealed record ScoringModel(
    string Name,
    ImmutableArray<Field> Fields,
    ImmutableArray<NamedList> Lists,
    ImmutableArray<Segment> Segments,
    ImmutableArray<Dimension> Dimensions,
    ImmutableArray<LabelSet> Labels,
    Grade? Grade,
    Lifecycle? Lifecycle,
    Routing? Routing,
    ImmutableArray<Calendar> Calendars,
    ImmutableArray<Sla> Slas,
    string Canonical,
    string Hash
);
