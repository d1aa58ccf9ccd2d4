using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>A three-valued question to a lead: true, false, or unknown for want of a value.</summary>
public abstract record Criterion
{
    private Criterion() { }

    /// <summary>A conjunction: a mapping, or <c>all</c>. Empty: true.</summary>
    public sealed record All(ImmutableArray<Criterion> Parts) : Criterion;

    public sealed record Any(ImmutableArray<Criterion> Parts) : Criterion;

    public sealed record Not(Criterion Inner) : Criterion;

    /// <summary>A field of the lead.</summary>
    public sealed record FieldIs(string Field, Matcher Matcher) : Criterion;

    /// <summary>A property of an activity; only in <c>where</c>. The operand's type says how the property is read.</summary>
    public sealed record PropertyIs(string Property, Matcher Matcher) : Criterion;

    /// <summary>Any of the named segments.</summary>
    public sealed record InSegment(ImmutableArray<string> Segments) : Criterion;

    /// <summary>The current stage, as text.</summary>
    public sealed record StageIs(Matcher Matcher) : Criterion;

    /// <summary>How often <paramref name="Stage"/> was entered, as a number.</summary>
    public sealed record Visits(string Stage, Matcher Matcher) : Criterion;

    /// <summary>Never unknown.</summary>
    /// <param name="Where">Over the activity's properties; null: every one counts.</param>
    public sealed record Did(ActivityTypes Activity, Criterion? Where, int AtLeast, Duration? Within) : Criterion;

    public sealed record ScoreIs(string Dimension, Matcher Matcher) : Criterion;

    public sealed record LabelIs(string Dimension, Matcher Matcher) : Criterion;

    public sealed record GradeIs(Matcher Matcher) : Criterion;
}

/// <summary>Which activities something looks at.</summary>
/// <param name="Names">Exact names, in document order; empty with <paramref name="IsAny"/>.</param>
public sealed record ActivityTypes(bool IsAny, ImmutableArray<string> Names);
