using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>Where the answers of matchers stand: each has a bit, in words of 64 that fields (or properties) share.</summary>
/// <remarks>
/// So few words hold what is said of all fields of a lead that a criterion over several of them is one look at a mask. A field's bits come in
/// runs, each twice as long as the one before: words fill up, and no field is scattered over many of them.
/// </remarks>
internal sealed class MatcherBits
{
    private const int BitsOfWord = 64;
    private const int FirstRun = 2;

    private readonly List<MatcherPart> parts = [];
    private readonly Dictionary<int, Run> runs = [];
    private int reserved;

    /// <summary>How many words all bits take.</summary>
    public int Words => (reserved + BitsOfWord - 1) / BitsOfWord;

    public IReadOnlyList<MatcherPart> Parts => parts;

    /// <summary>The parts of one field or property, in order.</summary>
    public IEnumerable<MatcherPart> Of(int owner) => parts.Where(part => part.Owner == owner);

    /// <returns>The word and the one bit in it where the answer will stand.</returns>
    public (int Word, ulong Bit) Add(int owner, Matcher matcher)
    {
        if (!runs.TryGetValue(owner, out var run) || run.Next == run.End)
        {
            run = Reserve(owner, run.Length);
        }

        runs[owner] = run with { Next = run.Next + 1 };
        var bit = 1UL << (run.Next % BitsOfWord);
        run.Part!.Add(matcher, bit);
        return (run.Part.Word, bit);
    }

    private readonly record struct Run(MatcherPart? Part, int Next, int End, int Length);

    private Run Reserve(int owner, int lengthBefore)
    {
        var wanted = Math.Clamp(2 * lengthBefore, FirstRun, BitsOfWord);
        var length = Math.Min(wanted, BitsOfWord - (reserved % BitsOfWord));
        var first = reserved;
        reserved += length;
        var word = first / BitsOfWord;
        var part = parts.Find(part => part.Owner == owner && part.Word == word);
        if (part is null)
        {
            part = new(owner, word);
            parts.Add(part);
        }

        return new(part, first, reserved, wanted);
    }
}

/// <summary>The bits of one field or property in one word.</summary>
internal sealed class MatcherPart(int owner, int word)
{
    private readonly List<(Matcher Matcher, ulong Bit)> matchers = [];

    public int Owner => owner;

    public int Word => word;

    /// <summary>All of its bits.</summary>
    public ulong Mask { get; private set; }

    public IReadOnlyList<(Matcher Matcher, ulong Bit)> Matchers => matchers;

    public void Add(Matcher matcher, ulong bit)
    {
        matchers.Add((matcher, bit));
        Mask |= bit;
    }
}
