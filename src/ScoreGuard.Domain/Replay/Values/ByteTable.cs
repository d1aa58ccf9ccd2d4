using System.Runtime.InteropServices;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>Finds what belongs to a spelling without making a string of it.</summary>
/// <remarks>
/// Bounded: when it is full, what is new is not remembered. So neither a population with a million e-mail addresses nor
/// one made to collide can grow it or slow it down.
/// </remarks>
internal sealed class ByteTable<T>(int capacity, int maxProbes = 16)
    where T : class
{
    // Small, and what few spellings need stands aside: of many fields they have to share the processor's cache.
    private Entry[] entries = new Entry[64];
    private byte[]?[] longKeys = new byte[]?[64];
    private int count;

    public T? Find(ReadOnlySpan<byte> key)
    {
        var ends = SpellingEnds.Of(key);
        var hash = Hash(key, ends);
        var mask = entries.Length - 1;
        for (var probe = 0; probe < maxProbes; probe++)
        {
            var slot = Slot(hash, probe, mask);
            ref var entry = ref entries[slot];
            if (entry.Value is null)
            {
                return null;
            }

            if (entry.Ends == ends && (ends.AreAll || key.SequenceEqual(longKeys[slot])))
            {
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>Remembers a value under a key that <see cref="Find"/> did not find, if there is room.</summary>
    public void Add(ReadOnlySpan<byte> key, T value)
    {
        if (count >= capacity)
        {
            return;
        }

        if (2 * (count + 1) > entries.Length)
        {
            Grow();
        }

        var ends = SpellingEnds.Of(key);
        Place(new(ends, value), ends.AreAll ? null : key.ToArray(), Hash(key, ends));
    }

    private void Grow()
    {
        var (before, keysBefore) = (entries, longKeys);
        entries = new Entry[before.Length * 2];
        longKeys = new byte[]?[entries.Length];
        count = 0;
        for (var slot = 0; slot < before.Length; slot++)
        {
            if (before[slot].Value is not null)
            {
                Place(before[slot], keysBefore[slot], Hash(keysBefore[slot], before[slot].Ends));
            }
        }
    }

    private void Place(Entry entry, byte[]? longKey, uint hash)
    {
        var mask = entries.Length - 1;
        for (var probe = 0; probe < maxProbes; probe++)
        {
            var slot = Slot(hash, probe, mask);
            if (entries[slot].Value is null)
            {
                entries[slot] = entry;
                longKeys[slot] = longKey;
                count++;
                return;
            }
        }
    }

    private static int Slot(uint hash, int probe, int mask) => unchecked((int)(hash + (uint)probe)) & mask;

    /// <param name="key">Not looked at where its ends hold it whole.</param>
    private static uint Hash(ReadOnlySpan<byte> key, SpellingEnds ends)
    {
        unchecked
        {
            var hash = ((ends.Low ^ (ulong)ends.Length) * 0x9E3779B97F4A7C15) ^ (ends.High * 0xC4CEB9FE1A85EC53);
            for (var middle = 8; middle + 8 < ends.Length && !ends.AreAll; middle += 8)
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(key[middle..])) * 0xFF51AFD7ED558CCD;
                hash ^= hash >> 32;
            }

            return (uint)(hash >> 32) ^ (uint)(hash >> 7);
        }
    }

    private readonly record struct Entry(SpellingEnds Ends, T? Value);
}
