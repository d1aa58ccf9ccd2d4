namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>Counts the activities of a <c>did</c> or <c>count</c>, inside a sliding window if it has one.</summary>
/// <param name="within">Milliseconds; 0: ever.</param>
internal sealed class ActivityCounter(long within)
{
    private long[] instants = new long[8];
    private int oldest;
    private int count;

    public void Reset() => oldest = count = 0;

    public void Add(long at)
    {
        if (within != 0)
        {
            if (count == instants.Length)
            {
                Array.Resize(ref instants, 2 * count);
            }

            instants[count] = at;
        }

        count++;
    }

    /// <summary>How many lie in <c>(now − within, now]</c>. The clock of a lead never runs back.</summary>
    public int CountAt(long now)
    {
        if (within == 0)
        {
            return count;
        }

        while (oldest < count && instants[oldest] <= now - within)
        {
            oldest++;
        }

        return count - oldest;
    }

    /// <summary>The first instant after <paramref name="now"/> at which one leaves the window; none: the maximum.</summary>
    public long NextChange(long now) => within != 0 && CountAt(now) > 0 ? instants[oldest] + within : long.MaxValue;
}
