namespace ScoreGuard.Synthetic.Pinned;

/// <summary>Hand-written leads, found to be fit to follow the generated ones.</summary>
/// <param name="Count">How many leads there are.</param>
/// <param name="Lines">Their bytes as they were written; they end with a line end unless there are none.</param>
public sealed record PinnedLeads(int Count, ReadOnlyMemory<byte> Lines)
{
    public static readonly PinnedLeads None = new(0, default);
}
