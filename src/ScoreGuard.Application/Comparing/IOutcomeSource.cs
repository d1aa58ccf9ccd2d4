using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Application.Comparing;

/// <summary>Outcomes that are compared with a baseline: replayed just now, or stored earlier.</summary>
internal interface IOutcomeSource
{
    int ShardCount { get; }

    /// <summary>The shard at that place where it is known without its lines; else null.</summary>
    Shard? FindKnown(int index);

    /// <summary>Safe for many threads at once.</summary>
    Task<PackedOutcomes> GetAsync(int index, CancellationToken cancellationToken);
}
