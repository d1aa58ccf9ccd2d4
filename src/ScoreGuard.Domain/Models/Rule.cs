using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>What earns or costs points. Ids are unique in the model, transitions included.</summary>
/// <param name="When">Over the lead; null: true.</param>
public abstract record Rule(string Id, bool Enabled, string? Group, string? Note, Criterion? When)
{
    /// <summary>Contributes while <c>When</c> is true; with <paramref name="Keep"/> for good once it was.</summary>
    public sealed record Attribute(
        string Id,
        bool Enabled,
        string? Group,
        string? Note,
        Criterion When,
        decimal Points,
        bool Keep
    ) : Rule(Id, Enabled, Group, Note, When)
    {
        /// <summary>Never null: an attribute rule needs a <c>when</c>.</summary>
        public new Criterion When { get; init; } = When;
    }

    /// <summary>Fires on activities.</summary>
    /// <param name="Changed">Fields of which one must have changed; empty: not asked.</param>
    public sealed record OnActivity(
        string Id,
        bool Enabled,
        string? Group,
        string? Note,
        Criterion? When,
        ActivityTypes On,
        Criterion? Where,
        ImmutableArray<string> Changed,
        RuleCount? Count,
        RuleLimit? Limit,
        RuleOperation Operation
    ) : Rule(Id, Enabled, Group, Note, When);

    /// <summary>Fires when nothing happened for a while.</summary>
    /// <param name="Of">The activities that count as something happening.</param>
    /// <param name="Except">True: all activities but <paramref name="Of"/> count (<c>notOf</c>).</param>
    public sealed record OnIdle(
        string Id,
        bool Enabled,
        string? Group,
        string? Note,
        Criterion? When,
        Duration After,
        Duration? Every,
        ActivityTypes Of,
        bool Except,
        RuleLimit? Limit,
        RuleOperation Operation
    ) : Rule(Id, Enabled, Group, Note, When);

    /// <summary>Asked at every midnight UTC.</summary>
    public sealed record OnMidnight(
        string Id,
        bool Enabled,
        string? Group,
        string? Note,
        Criterion? When,
        RuleLimit? Limit,
        RuleOperation Operation
    ) : Rule(Id, Enabled, Group, Note, When);
}

/// <param name="Within">Null: ever.</param>
public sealed record RuleCount(int AtLeast, Duration? Within);

/// <summary>At least one of <paramref name="Times"/> and <paramref name="Points"/> is given.</summary>
/// <param name="Per">Null: for ever.</param>
public sealed record RuleLimit(int? Times, decimal? Points, Duration? Per);

/// <summary>What a firing writes.</summary>
public abstract record RuleOperation
{
    private RuleOperation() { }

    public sealed record Add(decimal Points, Aging? Aging) : RuleOperation;

    public sealed record Set(decimal Value) : RuleOperation;

    public sealed record Multiply(decimal Factor) : RuleOperation;
}

/// <summary>How an entry loses its worth.</summary>
public abstract record Aging
{
    private Aging() { }

    public sealed record Expires(Duration After) : Aging;

    /// <param name="Percent">Of the original points, 0 exclusive to 100; at most six decimals.</param>
    public sealed record Decay(decimal Percent, Duration Every) : Aging;

    public sealed record HalfLife(Duration Every) : Aging;
}
