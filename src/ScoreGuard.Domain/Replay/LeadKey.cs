using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ScoreGuard.Domain.Replay;

/// <summary>A lead's id in 16 bytes: ids of up to 15 bytes whole, longer ones as half of their SHA-256.</summary>
internal static class LeadKey
{
    public static UInt128 Of(string id) => Of(Encoding.UTF8.GetBytes(id));

    public static UInt128 Of(ReadOnlySpan<byte> id)
    {
        Span<byte> key = stackalloc byte[16];
        if (id.Length <= 15)
        {
            key.Clear();
            id.CopyTo(key);
            key[15] = (byte)id.Length;
        }
        else
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            _ = SHA256.HashData(id, hash);
            hash[..16].CopyTo(key);
            key[15] |= 0x80;
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(key);
    }
}
