using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Azure;

/// <summary>Shards of outcomes, packed into the properties of one entity, of several where one is too small.</summary>
internal sealed class AzureOutcomeShardStore(StoreTable table, string workspace) : IShardStore
{
    /// <summary>Shards spread over 256 partitions of a workspace, so that many can be written at once.</summary>
    private const int PartitionDigits = 2;

    public async Task<bool> ContainsAsync(Shard shard, CancellationToken cancellationToken)
    {
        var (partition, row) = KeysOf(shard);
        return await table.FindAsync(partition, row, cancellationToken, ["leads"]) is not null;
    }

    public async Task SaveAsync(Shard shard, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        var (partition, row) = KeysOf(shard);
        var head = new TableEntity(partition, row) { ["leads"] = shard.Leads, ["bytes"] = shard.Bytes };
        var parts = Packing.PackBytes(head, ShardCodec.Pack(shard, lines.Span));
        await Packing.SavePartsAsync(table, parts, cancellationToken);
        // The head comes last: without it nobody sees the parts. One that is there already is the same lines.
        await table.TryAddAsync(head, cancellationToken);
    }

    public async Task<ShardBytes> ReadAsync(Shard shard, CancellationToken cancellationToken)
    {
        var (partition, row) = KeysOf(shard);
        var resource = table.NameOf(partition, row);
        var head = await table.FindAsync(partition, row, cancellationToken) ?? throw AzureDamage.Gone(resource);
        var packed = await Packing.UnpackAsync(table, head, cancellationToken);
        return ShardCodec.Unpack(packed, shard, resource);
    }

    private (string Partition, string Row) KeysOf(Shard shard)
    {
        var hex = AzureKeys.Hex(shard.Digest);
        return ($"{workspace}~{hex.AsSpan(0, PartitionDigits)}", "shard-" + hex);
    }
}
