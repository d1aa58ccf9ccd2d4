namespace ScoreGuard.Domain.Replay.Values;

/// <summary>A distinct value of a field or property, with what every matcher of the model says of it.</summary>
/// <param name="value">The value itself; for a number or date one of its class, unless the field needs the very value.</param>
internal sealed class Symbol(LeadValue value)
{
    public LeadValue Value { get; } = value;

    /// <summary>Of the matchers of the field's first part; see <see cref="MatcherBits"/>.</summary>
    public Answers Answers { get; set; }

    /// <summary>The next part of the same value, where the field's matchers do not stand in one word.</summary>
    public Symbol? Next { get; set; }

    /// <summary>The final values of the fields derived from this one, in the order of <see cref="FieldTable.Children"/>; filled on demand.</summary>
    public Symbol?[]? Derived { get; set; }

    public bool IsMissing => Value is LeadValue.None;

    /// <summary>Equal as matchers see it; missing differs from every value.</summary>
    public bool SameValue(Symbol other) => ReferenceEquals(this, other) || Value.Equals(other.Value);
}
