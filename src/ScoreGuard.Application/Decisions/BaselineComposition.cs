using System.Buffers;
using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Decisions;

/// <summary>Makes a baseline out of an earlier one and a run: chosen leads as the run has them, the others as they were.</summary>
/// <remarks>Both hold the same leads at the same places; whoever calls has made sure.</remarks>
internal sealed class BaselineComposition(IShardStore store, HashSet<string> chosen)
{
    private readonly OutcomeReader _reader = new();
    private readonly ArrayBufferWriter<byte> _lines = new(1 << 20);

    public async Task<ImmutableArray<Shard>> ComposeAsync(
        OutcomeSet before,
        OutcomeSet after,
        CancellationToken cancellationToken
    )
    {
        var shards = ImmutableArray.CreateBuilder<Shard>(before.Shards.Length);
        foreach (var (was, now) in before.Shards.Zip(after.Shards))
        {
            shards.Add(was == now ? was : await ComposeAsync(was, now, cancellationToken));
        }

        return shards.MoveToImmutable();
    }

    private async Task<Shard> ComposeAsync(Shard was, Shard now, CancellationToken cancellationToken)
    {
        using var before = await store.ReadAsync(was, cancellationToken);
        using var after = await store.ReadAsync(now, cancellationToken);
        _lines.ResetWrittenCount();
        Merge(before.Span, after.Span);
        var shard = Shard.Of(_lines.WrittenSpan, was.Leads);
        await store.SaveAsync(shard, _lines.WrittenMemory, cancellationToken);
        return shard;
    }

    private void Merge(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        while (!before.IsEmpty)
        {
            var was = OutcomeLines.TakeLine(ref before);
            var now = OutcomeLines.TakeLine(ref after);
            var take = !was.SequenceEqual(now) && chosen.Contains(_reader.Read(now).Lead);
            _lines.Write(take ? now : was);
        }
    }
}
