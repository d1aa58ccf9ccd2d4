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
    /// <summary>What a session keeps between shards; a hostile file must not make it keep more.</summary>
    private const int MostDiagnostics = DiagnosticBag.Limit;

    private readonly ConcurrentBag<Bench> _benches = [];
    private readonly ConcurrentDictionary<int, ImmutableArray<Diagnostic>> _diagnostics = [];
    private readonly ImmutableArray<int> _firstLines = FirstLines(leads.Shards);

    public int ShardCount => leads.Shards.Length;

    /// <summary>Everything that was wrong with the leads, in their order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. _diagnostics.OrderBy(entry => entry.Key).SelectMany(entry => entry.Value).Take(MostDiagnostics)];

    public Shard? FindKnown(int index) => null;

    public async Task<PackedOutcomes> GetAsync(int index, CancellationToken cancellationToken)
    {
        var shard = leads.Shards[index];
        using var lines = await store.ReadAsync(shard, cancellationToken);
        var bench = _benches.TryTake(out var rested) ? rested : new Bench(replayer.NewSession());
        bench.Outcomes.ResetWrittenCount();
        var diagnostics = new DiagnosticBag(leads.Source);
        var count = bench.Session.Replay(new(lines.Span, _firstLines[index], leads.AsOf), bench.Outcomes, diagnostics);
        var found = diagnostics.InDocumentOrder();
        if (count != shard.Leads && diagnostics.ErrorCount == 0)
        {
            found = found.Add(
                new(
                    RunCodes.LeadsMiscounted.Code,
                    Severity.Error,
                    leads.Source,
                    null,
                    "",
                    $"{shard.Leads} frozen leads gave {count} outcomes; restore the store, or freeze the leads anew."
                )
            );
        }

        if (!found.IsEmpty)
        {
            _diagnostics[index] = found;
        }

        var outcomes = bench.Outcomes.WrittenMemory;
        return new(Shard.Of(outcomes.Span, count), outcomes, new Return(_benches, bench));
    }

    private static ImmutableArray<int> FirstLines(ImmutableArray<Shard> shards)
    {
        var first = 1;
        var lines = ImmutableArray.CreateBuilder<int>(shards.Length);
        foreach (var shard in shards)
        {
            lines.Add(first);
            first += shard.Leads;
        }

        return lines.MoveToImmutable();
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
