namespace ScoreGuard.Domain.Replay.Values;

/// <summary>What the matchers of one column say of one value: a bit each; false where neither bit is set.</summary>
internal readonly record struct Answers(ulong True, ulong Unknown)
{
    /// <param name="matcher">From 0 to 63; not answered before.</param>
    public Answers With(int matcher, Trit answer) =>
        answer switch
        {
            Trit.True => this with { True = True | (1UL << matcher) },
            Trit.Unknown => this with { Unknown = Unknown | (1UL << matcher) },
            _ => this,
        };
}
