using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Tests.Comparing;

/// <summary>Shards in memory; counts what is read.</summary>
internal sealed class MemoryShards : IShardStore
{
    private readonly ConcurrentDictionary<string, byte[]> _byDigest = [];
    private int _reads;

    public int Reads => _reads;

    public ImmutableArray<Shard> Pack(IEnumerable<Outcome> outcomes, int perShard) =>
        [
            .. outcomes
                .Chunk(perShard)
                .Select(chunk =>
                {
                    var lines = Encoding.UTF8.GetBytes(string.Concat(chunk.Select(OutcomeText.Of)));
                    var shard = Shard.Of(lines, chunk.Length);
                    _byDigest[shard.Digest] = lines;
                    return shard;
                }),
        ];

    public Task<bool> ContainsAsync(Shard shard, CancellationToken cancellationToken) =>
        Task.FromResult(_byDigest.ContainsKey(shard.Digest));

    public Task SaveAsync(Shard shard, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        _byDigest[shard.Digest] = lines.ToArray();
        return Task.CompletedTask;
    }

    public Task<ShardBytes> ReadAsync(Shard shard, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        var lines = _byDigest[shard.Digest];
        var bytes = ShardBytes.Rent(lines.Length);
        lines.CopyTo(bytes.Memory);
        return Task.FromResult(bytes);
    }
}
