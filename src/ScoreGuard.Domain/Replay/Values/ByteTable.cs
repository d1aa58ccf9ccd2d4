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
    private Entry[] entries = new Entry[64];
    private int count;

    public T? Find(ReadOnlySpan<byte> key)
    {
        var ends = SpellingEnds.Of(key);
        var hash = Hash(key, ends);
        var mask = entries.Length - 1;
        for (var probe = 0; probe < maxProbes; probe++)
        {
            ref var entry = ref entries[Slot(hash, probe, mask)];
            if (entry.Value is null)
            {
                return null;
            }

            if (entry.Ends == ends && (ends.AreAll || key.SequenceEqual(entry.Key)))
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
        if (Place(entries, new(ends, Hash(key, ends), ends.AreAll ? null : key.ToArray(), value)))
        {
            count++;
        }
    }

    private void Grow()
    {
        var larger = new Entry[entries.Length * 2];
        count = 0;
        foreach (var entry in entries)
        {
            if (entry.Value is not null && Place(larger, entry))
            {
                count++;
            }
        }

        entries = larger;
    }

    private bool Place(Entry[] entries, Entry entry)
    {
        var mask = entries.Length - 1;
        for (var probe = 0; probe < maxProbes; probe++)
        {
            ref var slot = ref entries[Slot(entry.Hash, probe, mask)];
            if (slot.Value is null)
            {
                slot = entry;
                return true;
            }
        }

        return false;
    }

    private static int Slot(uint hash, int probe, int mask) => unchecked((int)(hash + (uint)probe)) & mask;

    private static uint Hash(ReadOnlySpan<byte> key, SpellingEnds ends)
    {
        unchecked
        {
            var hash = ((ends.Low ^ (ulong)key.Length) * 0x9E3779B97F4A7C15) ^ (ends.High * 0xC4CEB9FE1A85EC53);
            for (var middle = 8; middle + 8 < key.Length; middle += 8)
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(key[middle..])) * 0xFF51AFD7ED558CCD;
                hash ^= hash >> 32;
            }

            return (uint)(hash >> 32) ^ (uint)(hash >> 7);
        }
    }

    /// <param name="Key">Null for a spelling that its ends hold whole.</param>
    private readonly record struct Entry(SpellingEnds Ends, uint Hash, byte[]? Key, T? Value);
}
