using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Domain.Artefacts;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace ScoreGuard.Storage.Azure;

/// <summary>
/// Packs the lines of a shard as a Zstandard file that begins with a seal, and unpacks them. The seal is the SHA-256 of the
/// shard's digest and of what follows; it stands in a frame that decoders skip, so that any of them opens the file. Checking it
/// costs an eighth of hashing the lines once more; that unpacking gave back those lines is checked by the frame's own checksum.
/// </summary>
internal static class ShardCodec
{
    /// <summary>Measured on outcomes: the next two levels take up to a third longer and pack no tighter.</summary>
    private const int Level = 1;

    private const int SealEnd = 8 + SHA256.HashSizeInBytes;

    /// <summary>"Skip the next 32 bytes", in the words of the format (RFC 8878, 3.1.2).</summary>
    private static ReadOnlySpan<byte> SealHeader => [0x50, 0x2A, 0x4D, 0x18, SHA256.HashSizeInBytes, 0, 0, 0];

    public static byte[] Pack(Shard shard, ReadOnlySpan<byte> lines)
    {
        using var compressor = new Compressor(Level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        var rented = ArrayPool<byte>.Shared.Rent(SealEnd + Compressor.GetCompressBound(lines.Length));
        try
        {
            var end = SealEnd + compressor.Wrap(lines, rented.AsSpan(SealEnd));
            SealHeader.CopyTo(rented);
            Seal(shard, rented.AsSpan(SealEnd..end), rented.AsSpan(SealHeader.Length, SHA256.HashSizeInBytes));
            return rented[..end];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <exception cref="Domain.Faults.StoreDamage">It is not what was stored.</exception>
    public static ShardBytes Unpack(ReadOnlySpan<byte> packed, Shard shard, string resource)
    {
        if (shard.Bytes is <= 0 or > int.MaxValue || !IsSealed(packed, shard))
        {
            throw AzureDamage.Altered(resource);
        }

        var lines = ShardBytes.Rent((int)shard.Bytes);
        if (IsUnpacked(packed[SealEnd..], lines.Memory.Span))
        {
            return lines;
        }

        lines.Dispose();
        throw AzureDamage.Altered(resource);
    }

    private static bool IsSealed(ReadOnlySpan<byte> packed, Shard shard)
    {
        if (packed.Length < SealEnd || !packed.StartsWith(SealHeader))
        {
            return false;
        }

        Span<byte> seal = stackalloc byte[SHA256.HashSizeInBytes];
        Seal(shard, packed[SealEnd..], seal);
        return packed[SealHeader.Length..SealEnd].SequenceEqual(seal);
    }

    private static void Seal(Shard shard, ReadOnlySpan<byte> frame, Span<byte> seal)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(shard.Digest));
        hash.AppendData(frame);
        hash.GetHashAndReset(seal);
    }

    private static bool IsUnpacked(ReadOnlySpan<byte> frame, Span<byte> lines)
    {
        using var decompressor = new Decompressor();
        try
        {
            return decompressor.Unwrap(frame, lines) == lines.Length;
        }
        catch (ZstdException)
        {
            return false;
        }
    }
}
