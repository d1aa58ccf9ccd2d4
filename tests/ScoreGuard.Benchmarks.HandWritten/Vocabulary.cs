using System.Runtime.InteropServices;
using System.Text;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>From the UTF-8 bytes of a text to what they mean; a spelling is resolved when first seen, then looked up.</summary>
/// <remarks>Remembers a bounded number of spellings, so that hostile leads cannot fill the memory.</remarks>
public sealed class Vocabulary<T>(Func<string, T> resolve)
{
    private const int Size = 4096;

    private readonly Entry[] entries = new Entry[Size];
    private int count;

    public T Find(ReadOnlySpan<byte> spelling)
    {
        var hash = Hash(spelling);
        for (var slot = hash; ; slot++)
        {
            ref var entry = ref entries[slot & (Size - 1)];
            if (entry.Spelling is not { } known)
            {
                return Learn(spelling, hash, ref entry);
            }

            if (entry.Hash == hash && spelling.SequenceEqual(known))
            {
                return entry.Value;
            }
        }
    }

    private T Learn(ReadOnlySpan<byte> spelling, uint hash, ref Entry entry)
    {
        var value = resolve(Encoding.UTF8.GetString(spelling));
        if (count < Size / 2)
        {
            count++;
            entry = new(hash, spelling.ToArray(), value);
        }

        return value;
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = (ulong)text.Length * 0x9E3779B97F4A7C15;
            if (text.Length >= 8)
            {
                hash ^= MemoryMarshal.Read<ulong>(text) * 0xBF58476D1CE4E5B9;
                hash += MemoryMarshal.Read<ulong>(text[^8..]) * 0x94D049BB133111EB;
            }
            else
            {
                foreach (var letter in text)
                {
                    hash = (hash ^ letter) * 0xBF58476D1CE4E5B9;
                }
            }

            return (uint)((hash ^ (hash >> 29)) >> 16) & 0x7FFF_FFFF;
        }
    }

    private readonly record struct Entry(uint Hash, byte[]? Spelling, T Value);
}
