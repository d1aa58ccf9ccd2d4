using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Comparing;

/// <summary>Asks a scoring service about a lead set, shard by shard.</summary>
internal sealed class ScoredOutcomes(IShardStore store, LeadSet leads, IScoringService service) : IOutcomeSource
{
    private const int MostDiagnostics = DiagnosticBag.Limit;

    private readonly ConcurrentDictionary<int, ImmutableArray<Diagnostic>> _diagnostics = [];
    private readonly ImmutableArray<int> _firstLines = FirstLines(leads.Shards);

    public int ShardCount => leads.Shards.Length;

    /// <summary>Everything that was wrong with the leads, those that the service refused among them, in their order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. _diagnostics.OrderBy(entry => entry.Key).SelectMany(entry => entry.Value).Take(MostDiagnostics)];

    public Shard? FindKnown(int index) => null;

    public async Task<PackedOutcomes> GetAsync(int index, CancellationToken cancellationToken)
    {
        var shard = leads.Shards[index];
        using var lines = await store.ReadAsync(shard, cancellationToken);
        var outcomes = new ArrayBufferWriter<byte>();
        var diagnostics = new DiagnosticBag(leads.Source);
        var count = await service.ScoreAsync(
            new(lines.Memory, _firstLines[index], leads.AsOf),
            outcomes,
            diagnostics,
            cancellationToken
        );
        if (count != shard.Leads && diagnostics.ErrorCount == 0)
        {
            diagnostics.Error(
                RunCodes.LeadsMiscounted,
                null,
                Domain.Documents.DocumentPath.Root,
                $"{shard.Leads} frozen leads gave {count} outcomes; restore the store, or freeze the leads anew."
            );
        }

        if (diagnostics.InDocumentOrder() is { IsEmpty: false } found)
        {
            _diagnostics[index] = found;
        }

        return new(Shard.Of(outcomes.WrittenSpan, count), outcomes.WrittenMemory, NoOwner.Instance);
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

    /// <summary>The lines belong to nobody else.</summary>
    private sealed class NoOwner : IDisposable
    {
        public static NoOwner Instance { get; } = new();

        public void Dispose() { }
    }
}
