using ScoreGuard.Domain;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>The earliest and the latest that something can be, in milliseconds.</summary>
internal readonly record struct Reach(long Low, long High)
{
    /// <summary>Null where creation counts from something that creation comes before.</summary>
    public static Reach? OfCreation(Timing created, Instant asOf) =>
        created switch
        {
            Timing.Between between => new(between.Low.UnixMilliseconds, between.High.UnixMilliseconds),
            Timing.Relative { Anchor: TimeAnchor.AsOf } relative => At(asOf).Moved(relative),
            Timing.Relative { Anchor: TimeAnchor.Fixed anchor } relative => At(anchor.At).Moved(relative),
            _ => null,
        };

    public static Reach At(Instant at) => new(at.UnixMilliseconds, at.UnixMilliseconds);

    public Reach Moved(Timing.Relative by) => new(Low + (by.LowSeconds * 1000), High + (by.HighSeconds * 1000));

    /// <summary>The part of it that lies in <paramref name="other"/>; null where none does.</summary>
    public Reach? Within(Reach other)
    {
        var (low, high) = (Math.Max(Low, other.Low), Math.Min(High, other.High));
        return low <= high ? new Reach(low, high) : null;
    }
}
