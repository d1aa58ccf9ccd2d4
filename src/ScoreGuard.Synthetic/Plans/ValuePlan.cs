using System.Collections.Immutable;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>Where a value comes from.</summary>
public abstract record ValuePlan
{
    private ValuePlan() { }

    /// <summary>No value: an absent attribute, or <c>null</c> in an <c>attribute_change</c>.</summary>
    public sealed record Missing : ValuePlan;

    public sealed record Text(string Value) : ValuePlan;

    /// <summary>A number or a boolean, as JSON spells it.</summary>
    public sealed record Literal(string Json) : ValuePlan;

    public sealed record Choice(ImmutableArray<Weighted<ValuePlan>> Options) : ValuePlan;

    /// <summary>A number from <paramref name="Low"/> to <paramref name="High"/>, both included, both in units of 10^−<paramref name="Decimals"/>.</summary>
    /// <param name="Decimals">0 to 3.</param>
    public sealed record Number(long Low, long High, int Decimals, Spread Spread) : ValuePlan;

    /// <param name="When">Anchored to <c>asOf</c>, the lead's creation or fixed instants.</param>
    public sealed record Date(Timing When, ImmutableArray<Weighted<DateForm>> Forms) : ValuePlan;

    /// <param name="Locale">Null: the lead's.</param>
    /// <param name="Forms">How a country or phone number is written; empty for everything else.</param>
    public sealed record Fake(FakeKind Kind, Locale? Locale, ImmutableArray<Weighted<FakeForm>> Forms) : ValuePlan;

    public sealed record Filled(Template Template) : ValuePlan;

    /// <summary>An address at a reserved domain; every part is made fit for an address.</summary>
    public sealed record Email(Template User, Template Domain) : ValuePlan;

    public sealed record Copy(string Attribute) : ValuePlan;

    /// <summary>What the first case whose text equals the <paramref name="Source"/> (ignoring case) says, else <paramref name="Otherwise"/>.</summary>
    /// <param name="Source">An attribute, or one of <see cref="Template.Known"/>.</param>
    public sealed record By(string Source, ImmutableArray<(string Is, ValuePlan Then)> Cases, ValuePlan Otherwise)
        : ValuePlan;
}
