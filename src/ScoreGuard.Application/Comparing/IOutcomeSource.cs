using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Application.Comparing;

/// <summary>Outcomes that are compared with a baseline: replayed just now, or stored earlier.</summary>
internal interface IOutcomeSource
{
    int ShardCount { get; }

    /// <summary>The shard at that place where it is known without its lines; else null.</summary>
    Shard? FindKnown(int index);

    /// <summary>What was wrong with the leads, in their order; complete once every shard was got.</summary>
    ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Safe for many threads at once.</summary>
    Task<PackedOutcomes> GetAsync(int index, CancellationToken cancellationToken);
}
