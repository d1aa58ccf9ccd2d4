using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>A range of lead shards, replayed.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Target">What the live target had to say; null: none scored.</param>
/// <param name="Outcomes">A shard of outcomes for each shard of leads; in the store where the baseline does not have it.</param>
public sealed record ReplayedPart(
    int Index,
    ImmutableArray<Shard> Outcomes,
    ImmutableArray<Diagnostic> Diagnostics,
    TargetFacts? Target = null
);
