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
    // The first and last eight bytes, which may overlap, are all of a spelling of up to sixteen.
    private const int WholeInEnds = 16;

    private Entry[] entries = new Entry[64];
    private int count;

    public T? Find(ReadOnlySpan<byte> key)
    {
        var ends = Ends(key);
        var hash = Hash(key, ends);
        var mask = entries.Length - 1;
        for (var probe = 0; probe < maxProbes; probe++)
        {
            ref var entry = ref entries[Slot(hash, probe, mask)];
            if (entry.Value is null)
            {
                return null;
            }

            if (
                entry.Low == ends.Low
                && entry.High == ends.High
                && entry.Length == key.Length
                && (key.Length <= WholeInEnds || key.SequenceEqual(entry.Key))
            )
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

        var ends = Ends(key);
        var kept = key.Length > WholeInEnds ? key.ToArray() : null;
        if (Place(entries, new(ends.Low, ends.High, Hash(key, ends), key.Length, kept, value)))
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

    private static (ulong Low, ulong High) Ends(ReadOnlySpan<byte> key) =>
        key.Length switch
        {
            0 => (0, 0),
            < 4 => (key[0] | ((ulong)key[key.Length / 2] << 8) | ((ulong)key[^1] << 16), 0),
            < 8 => (MemoryMarshal.Read<uint>(key) | ((ulong)MemoryMarshal.Read<uint>(key[^4..]) << 32), 0),
            _ => (MemoryMarshal.Read<ulong>(key), MemoryMarshal.Read<ulong>(key[^8..])),
        };

    private static uint Hash(ReadOnlySpan<byte> key, (ulong Low, ulong High) ends)
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
    private readonly record struct Entry(ulong Low, ulong High, uint Hash, int Length, byte[]? Key, T? Value);
}
