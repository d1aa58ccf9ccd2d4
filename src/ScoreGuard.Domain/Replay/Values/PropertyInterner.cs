using System.Text;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>One session's memory of the values of a property of activities, for the matchers of one part.</summary>
internal sealed class PropertyInterner
{
    private const int RememberedSpellings = 4096;

    private readonly MatcherPart part;
    private readonly MatcherTruth truth;
    private readonly ByteTable<Symbol> texts = new(RememberedSpellings);
    private readonly ByteTable<Symbol> numbers = new(RememberedSpellings);
    private readonly Symbol yes;
    private readonly Symbol no;

    public PropertyInterner(MatcherPart part, MatcherTruth truth)
    {
        this.part = part;
        this.truth = truth;
        Missing = Make(new RawValue(RawKind.Null, ""));
        yes = Make(new RawValue(RawKind.True, ""));
        no = Make(new RawValue(RawKind.False, ""));
    }

    public int Word => part.Word;

    /// <summary>Its bits in the word.</summary>
    public ulong Mask => part.Mask;

    public Symbol Missing { get; }

    public Symbol Given(RawKind kind, ReadOnlySpan<byte> spelling) =>
        kind switch
        {
            RawKind.Text => Spelled(texts, kind, spelling),
            RawKind.Number => Spelled(numbers, kind, spelling),
            RawKind.True => yes,
            RawKind.False => no,
            _ => Missing,
        };

    private Symbol Spelled(ByteTable<Symbol> table, RawKind kind, ReadOnlySpan<byte> spelling)
    {
        var symbol = table.Find(spelling);
        if (symbol is null)
        {
            symbol = Make(new RawValue(kind, Encoding.UTF8.GetString(spelling)));
            table.Add(spelling, symbol);
        }

        return symbol;
    }

    private Symbol Make(RawValue raw)
    {
        var answers = default(Answers);
        foreach (var (matcher, bit) in part.Matchers)
        {
            answers = answers.With(bit, truth.OfProperty(matcher, raw));
        }

        return new Symbol(LeadValue.Missing) { Answers = answers };
    }
}
