using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>What looks at activities of one type.</summary>
/// <remarks>
/// All that an activity may set off has a bit: first the counters, then the rules, then the transitions that wait for the type. A
/// <c>where</c> sees nothing but the activity, and whether a field has changed is known with it: so the bits of an activity are
/// worked out when it is read, and a replay visits only what they name.
/// </remarks>
internal sealed class CompiledType
{
    private const int BitsOfWord = 64;

    /// <param name="counters">Indexes among all counters.</param>
    /// <param name="rules">In document order.</param>
    /// <param name="transitions">All of the model.</param>
    public CompiledType(
        int type,
        IReadOnlyList<CompiledCounter> counters,
        IEnumerable<CompiledActivityRule> rules,
        CompiledTransition[] transitions
    )
    {
        Counters = [.. Enumerable.Range(0, counters.Count).Where(c => counters[c].Types.Takes(type))];
        Rules = [.. rules.Where(r => r.On.Takes(type))];
        CompiledTransition[] waiting = [.. transitions.Where(t => t.On is { } on && on.Takes(type))];
        FirstRule = Counters.Length;
        FirstTransition = FirstRule + Rules.Length;
        TransitionBits =
        [
            .. transitions.Select(t => Array.IndexOf(waiting, t) is var i and >= 0 ? FirstTransition + i : -1),
        ];

        Node?[] wheres =
        [
            .. Counters.Select(c => counters[c].Where),
            .. Rules.Select(r => r.Where),
            .. waiting.Select(t => t.Where),
        ];
        var bits = Enumerable.Range(0, wheres.Length).ToLookup(bit => wheres[bit], ReferenceEqualityComparer.Instance);
        Words = (wheres.Length + BitsOfWord - 1) / BitsOfWord;
        Unasked = Set(bits[null]);
        Wheres = [.. bits.Where(b => b.Key is not null).Select(b => ActivityTest.Of((Node)b.Key!, Set(b)))];
        Waiting =
        [
            .. Rules.Index().Where(r => r.Item.Changed is not null).Select(r => (FirstRule + r.Index, r.Item.Changed!)),
        ];
    }

    /// <summary>What counts it: indexes among all counters.</summary>
    public int[] Counters { get; }

    public CompiledActivityRule[] Rules { get; }

    /// <summary>The bit of the first rule; those of the counters begin at 0.</summary>
    public int FirstRule { get; }

    /// <summary>The bit of the first transition: the ones from here on set nothing off by themselves.</summary>
    public int FirstTransition { get; }

    /// <summary>By transition, its bit; -1: it does not wait for this type.</summary>
    public int[] TransitionBits { get; }

    /// <summary>How many words the bits take.</summary>
    public int Words { get; }

    /// <summary>The bits of what has no <c>where</c>.</summary>
    public ulong[] Unasked { get; }

    /// <summary>Each <c>where</c> once, and the bits that it sets.</summary>
    public ActivityTest[] Wheres { get; }

    /// <summary>The rules that wait for a change of one of some fields: their bits, and the fields, a bit each in words of 64.</summary>
    public (int Bit, ulong[] Fields)[] Waiting { get; }

    public required int[] MovedIdleRules { get; init; }

    /// <summary>By SLA.</summary>
    public required bool[] SlaRestarts
    {
        get;
        init
        {
            field = value;
            RestartsSlas = value.Contains(value: true);
        }
    }

    public bool RestartsSlas { get; private init; }

    private ulong[] Set(IEnumerable<int> bits)
    {
        var words = new ulong[Words];
        foreach (var bit in bits)
        {
            words[bit / BitsOfWord] |= 1UL << (bit % BitsOfWord);
        }

        return words;
    }
}
