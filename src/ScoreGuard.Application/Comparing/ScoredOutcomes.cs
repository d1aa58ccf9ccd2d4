using System.Buffers;
using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Comparing;

/// <summary>Asks a scoring service about a lead set, shard by shard.</summary>
internal sealed class ScoredOutcomes(IShardStore store, LeadSet leads, IScoringService service) : IOutcomeSource
{
    private readonly FrozenShards _shards = new(leads);

    public int ShardCount => leads.Shards.Length;

    /// <summary>Everything that was wrong with the leads, those that the service refused among them, in their order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _shards.Diagnostics;

    public Shard? FindKnown(int index) => null;

    public async Task<PackedOutcomes> GetAsync(int index, CancellationToken cancellationToken)
    {
        var shard = leads.Shards[index];
        using var lines = await store.ReadAsync(shard, cancellationToken);
        var outcomes = new ArrayBufferWriter<byte>();
        var diagnostics = new DiagnosticBag(leads.Source);
        var count = await service.ScoreAsync(
            new(lines.Memory, _shards.FirstLine(index), leads.AsOf),
            outcomes,
            diagnostics,
            cancellationToken
        );
        _shards.Keep(index, count, diagnostics);
        return new(Shard.Of(outcomes.WrittenSpan, count), outcomes.WrittenMemory, NoOwner.Instance);
    }

    /// <summary>The lines belong to nobody else.</summary>
    private sealed class NoOwner : IDisposable
    {
        public static NoOwner Instance { get; } = new();

        public void Dispose() { }
    }
}
