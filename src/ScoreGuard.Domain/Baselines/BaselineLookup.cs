namespace ScoreGuard.Domain.Baselines;

/// <summary>What asking for the current baseline gave.</summary>
public abstract record BaselineLookup
{
    private BaselineLookup() { }

    public sealed record Found(Baseline Baseline) : BaselineLookup;

    /// <summary>Nothing has been approved yet.</summary>
    public sealed record Missing : BaselineLookup;
}
