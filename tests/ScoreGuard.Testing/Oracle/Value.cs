namespace ScoreGuard.Testing.Oracle;

/// <summary>A value that is there; a missing one is null.</summary>
internal abstract record Value
{
    public sealed record Text(string Is) : Value;

    public sealed record Number(ExactNumber Is) : Value;

    public sealed record Boolean(bool Is) : Value;

    /// <summary>Milliseconds since 1970.</summary>
    public sealed record Date(long Is) : Value;

    public bool SameAs(Value other) => Against(other) == 0;

    /// <summary>Negative, zero or positive, as this value stands before, with or after the other of its type.</summary>
    public int Against(Value other) =>
        (this, other) switch
        {
            (Text a, Text b) => string.Compare(a.Is.Trim(), b.Is.Trim(), StringComparison.OrdinalIgnoreCase),
            (Number a, Number b) => a.Is.Against(b.Is),
            (Boolean a, Boolean b) => a.Is.CompareTo(b.Is),
            (Date a, Date b) => a.Is.CompareTo(b.Is),
            _ => throw new InvalidOperationException($"{this} is not compared with {other}."),
        };

    /// <summary>A text for the patterns and the matchers that only texts have.</summary>
    public string AsText => ((Text)this).Is;
}
