using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>What a value is asked. On a missing value every matcher but <see cref="IsMissing"/> is unknown.</summary>
public abstract record Matcher
{
    private Matcher() { }

    public sealed record Equal(Operand Value) : Matcher;

    /// <summary>Any of them.</summary>
    /// <param name="List">The named list they came from; null where they stand in place.</param>
    public sealed record OneOf(ImmutableArray<Operand> Values, string? List) : Matcher;

    public sealed record Compare(Comparison Sign, Operand Value) : Matcher;

    /// <summary>Both bounds included.</summary>
    public sealed record Between(Operand Low, Operand High) : Matcher;

    public sealed record Contains(string Value) : Matcher;

    public sealed record StartsWith(string Value) : Matcher;

    public sealed record EndsWith(string Value) : Matcher;

    /// <summary>Finds a match anywhere in the text.</summary>
    public sealed record Matches(string Pattern) : Matcher;

    public sealed record IsMissing(bool Value) : Matcher;

    public sealed record Not(Matcher Inner) : Matcher;

    /// <summary>A mapping of several keys: all of them; empty: true, also on a missing value.</summary>
    public sealed record AllOf(ImmutableArray<Matcher> Parts) : Matcher;
}

/// <summary>A sign in front of an operand.</summary>
public enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    NotEqual,
}
