namespace ScoreGuard.Domain.Replay.Values;

/// <summary>What the matchers of one word say: a bit each; false where neither bit is set.</summary>
internal readonly record struct Answers(ulong True, ulong Unknown)
{
    /// <param name="bit">The matcher's; not answered before.</param>
    public Answers With(ulong bit, Trit answer) =>
        answer switch
        {
            Trit.True => this with { True = True | bit },
            Trit.Unknown => this with { Unknown = Unknown | bit },
            _ => this,
        };

    /// <summary>These, but for the bits of <paramref name="mask"/>, which <paramref name="other"/> answers.</summary>
    public Answers Replaced(ulong mask, Answers other) =>
        new((True & ~mask) | other.True, (Unknown & ~mask) | other.Unknown);
}
