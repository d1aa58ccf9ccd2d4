using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Application.Comparing;

/// <summary>Replays a lead set, shard by shard.</summary>
internal sealed class ReplayedOutcomes(IShardStore store, LeadSet leads, IReplayer replayer) : IOutcomeSource
{
    private readonly ConcurrentBag<Bench> _benches = [];
    private readonly FrozenShards _shards = new(leads);

    public int ShardCount => leads.Shards.Length;

    /// <summary>Everything that was wrong with the leads, in their order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _shards.Diagnostics;

    public Shard? FindKnown(int index) => null;

    public async Task<PackedOutcomes> GetAsync(int index, CancellationToken cancellationToken)
    {
        var shard = leads.Shards[index];
        using var lines = await store.ReadAsync(shard, cancellationToken);
        var bench = _benches.TryTake(out var rested) ? rested : new Bench(replayer.NewSession());
        bench.Outcomes.ResetWrittenCount();
        var diagnostics = new DiagnosticBag(leads.Source);
        var count = bench.Session.Replay(
            new(lines.Span, _shards.FirstLine(index), leads.AsOf),
            bench.Outcomes,
            diagnostics
        );
        _shards.Keep(index, count, diagnostics);
        var outcomes = bench.Outcomes.WrittenMemory;
        return new(Shard.Of(outcomes.Span, count), outcomes, new Return(_benches, bench));
    }

    /// <summary>A session and room for the outcomes of a shard, used again and again.</summary>
    private sealed record Bench(IReplaySession Session)
    {
        public ArrayBufferWriter<byte> Outcomes { get; } = new(1 << 20);
    }

    private sealed class Return(ConcurrentBag<Bench> to, Bench bench) : IDisposable
    {
        public void Dispose() => to.Add(bench);
    }
}
