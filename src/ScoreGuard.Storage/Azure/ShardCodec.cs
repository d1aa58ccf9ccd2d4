using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Storage.Azure;

/// <summary>Packs the lines of a shard, and unpacks them checked against their digest.</summary>
internal static class ShardCodec
{
    /// <summary>Of 1 to 11. Measured on outcomes: 30 % less to send and to receive than the fastest gzip, for about twice its time.</summary>
    private static readonly BrotliCompressionOptions Quality = new() { Quality = 2 };

    private const int PieceBytes = 128 * 1024;

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
    public static ShardBytes Unpack(ReadOnlySpan<byte> packed, Shard shard, string resource)
    {
        if (shard.Bytes is <= 0 or > int.MaxValue)
        {
            throw AzureDamage.Altered(resource);
        }

        var bytes = ShardBytes.Rent((int)shard.Bytes);
        if (IsUnpacked(packed, bytes.Memory.Span, shard.Digest))
        {
            return bytes;
        }

        bytes.Dispose();
        throw AzureDamage.Altered(resource);
    }

    /// <summary>Fills <paramref name="lines"/>, a piece at a time, and takes each into the digest while the cache still holds it.</summary>
    private static bool IsUnpacked(ReadOnlySpan<byte> packed, Span<byte> lines, string digest)
    {
        using var decoder = new BrotliDecoder();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (true)
        {
            var piece = lines[..Math.Min(lines.Length, PieceBytes)];
            var status = decoder.Decompress(packed, piece, out var read, out var written);
            hash.AppendData(piece[..written]);
            packed = packed[read..];
            lines = lines[written..];
            switch (status)
            {
                case OperationStatus.Done:
                    return lines.IsEmpty && packed.IsEmpty && Sha256Text.From(hash.GetHashAndReset()) == digest;
                case OperationStatus.DestinationTooSmall when !lines.IsEmpty:
                    continue;
                default:
                    return false;
            }
        }
    }
}
