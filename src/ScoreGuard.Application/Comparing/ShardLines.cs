using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Application.Comparing;

/// <summary>Packed lines one after the other, one shard in memory at a time. One thread's.</summary>
internal sealed class ShardLines(IShardStore store, ImmutableArray<Shard> shards) : IDisposable
{
    private ShardBytes _bytes = ShardBytes.Rent(0);
    private ReadOnlyMemory<byte> _rest;
    private int _next;

    /// <summary>The line that was read last, with its line end; until the next one is.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <returns>False: there is no further line.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (_rest.IsEmpty)
        {
            if (_next == shards.Length)
            {
                return false;
            }

            _bytes.Dispose();
            _bytes = await store.ReadAsync(shards[_next++], cancellationToken);
            _rest = _bytes.Memory;
        }

        var end = _rest.Span.IndexOf((byte)'\n');
        var length = end < 0 ? _rest.Length : end + 1;
        Current = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    public void Dispose() => _bytes.Dispose();
}
