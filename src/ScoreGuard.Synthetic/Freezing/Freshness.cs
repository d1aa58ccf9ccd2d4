using System.Collections.Immutable;

namespace ScoreGuard.Synthetic.Freezing;

/// <summary>Whether a plan still makes the leads that were frozen.</summary>
public abstract record Freshness
{
    private Freshness() { }

    /// <summary>To the byte.</summary>
    public sealed record Fresh : Freshness;

    /// <summary>It makes others: freezing them makes a new lead set, which needs a new baseline.</summary>
    /// <param name="Line">The first line that differs, from 1.</param>
    /// <param name="Lead">The generated lead that stands there; null where a pinned one, or none, does.</param>
    /// <param name="Digest">Of what the plan makes now.</param>
    /// <param name="Reasons">Sentences that say what changed; empty where nothing known did.</param>
    public sealed record Stale(long Line, string? Lead, string Digest, ImmutableArray<string> Reasons) : Freshness;
}
