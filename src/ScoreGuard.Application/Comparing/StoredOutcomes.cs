using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Application.Comparing;

/// <summary>Outcomes of an earlier run.</summary>
internal sealed class StoredOutcomes(
    IShardStore store,
    ImmutableArray<Shard> shards,
    ImmutableArray<Diagnostic> diagnostics
) : IOutcomeSource
{
    public ImmutableArray<Diagnostic> Diagnostics => diagnostics;

    public int ShardCount => shards.Length;

    public Shard? FindKnown(int index) => shards[index];

    public async Task<PackedOutcomes> GetAsync(int index, CancellationToken cancellationToken)
    {
        var bytes = await store.ReadAsync(shards[index], cancellationToken);
        return new(shards[index], bytes.Memory, bytes);
    }
}
