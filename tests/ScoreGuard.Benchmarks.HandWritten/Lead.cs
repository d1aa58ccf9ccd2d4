namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>A lead as this one model sees it; may be filled again for the next line.</summary>
public sealed class Lead
{
    private LeadActivity[] activities = new LeadActivity[12];
    private byte[] id = new byte[8];
    private int idLength;

    public ReadOnlySpan<byte> Id => id.AsSpan(0, idLength);

    /// <summary>Unix milliseconds UTC.</summary>
    public long CreatedAt { get; set; }

    public LeadAttributes Attributes { get; } = new();

    public int ActivityCount { get; private set; }

    /// <summary>In order of time once <see cref="Sort"/> was called.</summary>
    public ReadOnlySpan<LeadActivity> Activities => activities.AsSpan(0, ActivityCount);

    public void Clear()
    {
        ActivityCount = 0;
        idLength = 0;
        CreatedAt = 0;
        Attributes.Clear();
    }

    public void Name(ReadOnlySpan<byte> utf8)
    {
        if (id.Length < utf8.Length)
        {
            id = new byte[utf8.Length];
        }

        utf8.CopyTo(id);
        idLength = utf8.Length;
    }

    public void Add(LeadActivity activity)
    {
        if (ActivityCount == activities.Length)
        {
            Array.Resize(ref activities, ActivityCount * 2);
        }

        activities[ActivityCount++] = activity;
    }

    /// <summary>By insertion: stable, and nothing to do for most leads.</summary>
    public void Sort()
    {
        for (var next = 1; next < ActivityCount; next++)
        {
            var activity = activities[next];
            var at = next;
            for (; at > 0 && activities[at - 1].At > activity.At; at--)
            {
                activities[at] = activities[at - 1];
            }

            activities[at] = activity;
        }
    }
}
