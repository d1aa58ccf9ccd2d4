using System.IO.Compression;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Storage.Azure;

/// <summary>Packs the lines of a shard, and unpacks them checked against their digest.</summary>
internal static class ShardCodec
{
    /// <summary>Of 1 to 11. Measured on outcomes: 30 % less to send and to receive than the fastest gzip, for about twice its time.</summary>
    private static readonly BrotliCompressionOptions Quality = new() { Quality = 2 };

    public static byte[] Pack(ReadOnlySpan<byte> lines)
    {
        var packed = new MemoryStream(lines.Length / 4);
        using (var stream = new BrotliStream(packed, Quality, leaveOpen: true))
        {
            stream.Write(lines);
        }

        return packed.ToArray();
    }

    /// <exception cref="Domain.Faults.StoreDamage">It is not what was stored.</exception>
    public static ShardBytes Unpack(Stream packed, Shard shard, string resource)
    {
        if (shard.Bytes is <= 0 or > int.MaxValue)
        {
            throw AzureDamage.Altered(resource);
        }

        var bytes = ShardBytes.Rent((int)shard.Bytes);
        try
        {
            using var stream = new BrotliStream(packed, CompressionMode.Decompress);
            stream.ReadExactly(bytes.Memory.Span);
            if (stream.ReadByte() < 0 && Sha256Text.Of(bytes.Span) == shard.Digest)
            {
                return bytes;
            }
        }
        catch (Exception damage)
            when (damage is InvalidDataException or EndOfStreamException or InvalidOperationException)
        {
            // Told below: what is stored there is not what was stored.
        }

        bytes.Dispose();
        throw AzureDamage.Altered(resource);
    }
}
