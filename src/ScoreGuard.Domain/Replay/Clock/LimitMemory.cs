using ScoreGuard.Domain.Replay.Compiled;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>What a rule's limit remembers. It survives <c>set</c>, <c>multiply</c> and stage resets.</summary>
internal struct LimitMemory(CompiledLimit limit)
{
    private readonly CompiledLimit limit = limit;
    private (long At, long Milli)[] firings = new (long, long)[4];
    private int oldest;
    private int count;
    private long granted;

    public void Reset()
    {
        oldest = count = 0;
        granted = 0;
    }

    /// <summary>Whether it has no firing left, as of the last <see cref="TryCut"/>.</summary>
    public readonly bool IsOutOfTimes => limit.Times != 0 && count - oldest >= limit.Times;

    /// <summary>Whether a firing has room; <paramref name="milli"/> is cut to what is left, keeping its sign.</summary>
    public bool TryCut(long now, ref long milli)
    {
        if (limit.Per != 0)
        {
            while (oldest < count && firings[oldest].At <= now - limit.Per)
            {
                granted -= firings[oldest++].Milli;
            }
        }

        if (IsOutOfTimes)
        {
            return false;
        }

        if (limit.Milli != 0)
        {
            var left = limit.Milli - granted;
            milli = milli < 0 ? Math.Max(milli, -left) : Math.Min(milli, left);
            return milli != 0;
        }

        return true;
    }

    public void Remember(long now, long milli)
    {
        var magnitude = Math.Abs(milli);
        if (limit.Milli != 0)
        {
            granted += magnitude;
        }

        if (limit.Per != 0)
        {
            if (count == firings.Length)
            {
                Array.Resize(ref firings, 2 * count);
            }

            firings[count] = (now, limit.Milli != 0 ? magnitude : 0);
        }

        count++;
    }
}
