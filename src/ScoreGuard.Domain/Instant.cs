namespace ScoreGuard.Domain;

/// <summary>A point in time, in whole milliseconds UTC since 1970-01-01; years 1970 to 2100.</summary>
public readonly record struct Instant(long UnixMilliseconds) : IComparable<Instant>
{
    public const long MillisecondsPerDay = 86_400_000;

    public int CompareTo(Instant other) => UnixMilliseconds.CompareTo(other.UnixMilliseconds);

    public static Instant operator +(Instant instant, Duration duration) =>
        new(instant.UnixMilliseconds + duration.Milliseconds);

    public static bool operator <(Instant left, Instant right) => left.UnixMilliseconds < right.UnixMilliseconds;

    public static bool operator <=(Instant left, Instant right) => left.UnixMilliseconds <= right.UnixMilliseconds;

    public static bool operator >(Instant left, Instant right) => left.UnixMilliseconds > right.UnixMilliseconds;

    public static bool operator >=(Instant left, Instant right) => left.UnixMilliseconds >= right.UnixMilliseconds;

    /// <summary>As outcomes print it: <c>2026-03-02T09:00:00Z</c>, a fraction without trailing zeros if there is one.</summary>
    public override string ToString() => InstantText.Format(this);
}
