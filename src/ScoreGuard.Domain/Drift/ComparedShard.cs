namespace ScoreGuard.Domain.Drift;

/// <summary>What comparing two packs of lines at the same place gave.</summary>
/// <param name="Changed">In the baseline's order.</param>
/// <param name="OnlyBefore">Lines whose lead is not in the other pack; it may be in another one.</param>
/// <param name="OnlyAfter">As <paramref name="OnlyBefore"/>, of the replay.</param>
public sealed record ComparedShard(
    long Unchanged,
    IReadOnlyList<ComparedLead> Changed,
    IReadOnlyList<byte[]> OnlyBefore,
    IReadOnlyList<byte[]> OnlyAfter
)
{
    /// <summary>Two packs of equal digests.</summary>
    public static ComparedShard Same(long leads) => new(leads, [], [], []);
}
