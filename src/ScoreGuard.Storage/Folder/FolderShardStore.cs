using System.IO.Compression;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>shards/ab/ab….jsonl.gz</c>: <c>zcat</c> shows the lines.</summary>
internal sealed class FolderShardStore(StoreFolder folder) : IShardStore
{
    public Task<bool> ContainsAsync(Shard shard, CancellationToken cancellationToken) =>
        Task.FromResult(StoreFolder.Exists(PathOf(shard)));

    public Task SaveAsync(Shard shard, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(shard);
        if (!StoreFolder.Exists(path))
        {
            StoreFolder.WriteAtomically(
                path,
                stream =>
                {
                    using var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
                    packed.Write(lines.Span);
                }
            );
        }

        return Task.CompletedTask;
    }

    public Task<ShardBytes> ReadAsync(Shard shard, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(shard);
        var length = shard.Bytes is > 0 and <= int.MaxValue ? (int)shard.Bytes : throw Altered(path);
        return Task.FromResult(
            StoreFolder.Guard(
                "read",
                path,
                () =>
                {
                    if (!StoreFolder.Exists(path))
                    {
                        throw StoreFolder.Gone(path);
                    }

                    using var file = File.OpenRead(path);
                    return Unpack(file, length, shard, path);
                }
            )
        );
    }

    private static ShardBytes Unpack(Stream file, int length, Shard shard, string path)
    {
        var bytes = ShardBytes.Rent(length);
        try
        {
            using var packed = new GZipStream(file, CompressionMode.Decompress);
            packed.ReadExactly(bytes.Memory.Span);
            if (packed.ReadByte() < 0 && Sha256Text.Of(bytes.Span) == shard.Digest)
            {
                return bytes;
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException)
        {
            // Told below: what is stored there is not what was stored.
        }

        bytes.Dispose();
        throw Altered(path);
    }

    private static StoreDamage Altered(string path) =>
        StoreDamage.Of(
            StoreCodes.Altered,
            path,
            "it is truncated or was changed, its digest differs; restore it from version control or a backup."
        );

    private string PathOf(Shard shard)
    {
        var name = StoreFolder.FileName(shard.Digest, ".jsonl.gz");
        return folder.PathOf("shards", name[..2], name);
    }
}
