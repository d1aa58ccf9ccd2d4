using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Storage.Azure;

/// <summary>Shards of leads: <c>WORKSPACE/leads/ab/ab….jsonl.zst</c>.</summary>
internal sealed class AzureLeadShardStore(StoreContainer container, string workspace) : IShardStore
{
    public Task<bool> ContainsAsync(Shard shard, CancellationToken cancellationToken) =>
        container.ExistsAsync(NameOf(shard), cancellationToken);

    public Task SaveAsync(Shard shard, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken) =>
        container.AddAsync(NameOf(shard), new BinaryData(ShardCodec.Pack(shard, lines.Span)), cancellationToken);

    public async Task<ShardBytes> ReadAsync(Shard shard, CancellationToken cancellationToken)
    {
        var name = NameOf(shard);
        var packed =
            await container.FindAsync(name, cancellationToken) ?? throw AzureDamage.Gone(container.NameOf(name));
        return ShardCodec.Unpack(packed.ToMemory().Span, shard, container.NameOf(name));
    }

    private string NameOf(Shard shard)
    {
        var hex = AzureKeys.Hex(shard.Digest);
        return $"{workspace}/leads/{hex.AsSpan(0, 2)}/{hex}.jsonl.zst";
    }
}
