using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <summary>Says of the keys of JSON objects of one kind what each means, and whether it stands twice in its object.</summary>
/// <remarks>
/// Objects of one kind have much the same keys in much the same order. So keys are remembered in the order in which they first came:
/// mostly the next one is the one that was expected, which takes one comparison, and to have seen it is a bit.
/// Bounded: keys beyond what is remembered are looked up, and kept for as long as their object lasts.
/// </remarks>
/// <param name="known">What the keys mean that mean something.</param>
internal sealed class ObjectKeys<T>(ByteTable<T> known)
    where T : class
{
    private const int MostRemembered = 512;
    private const int LongestRemembered = 64;

    private readonly ByteTable<Key> remembered = new(MostRemembered, maxProbes: int.MaxValue);
    private readonly List<Key> inOrder = [];
    private readonly ulong[] seen = new ulong[MostRemembered / 64];
    private readonly SeenKeys others = new();
    private int expected;

    /// <summary>Begins an object.</summary>
    /// <param name="first">The place of the key that is expected first.</param>
    public void Begin(int first = 0)
    {
        expected = first;
        seen.AsSpan(0, (inOrder.Count + 63) / 64).Clear();
        others.Reset();
    }

    /// <summary>Takes the object's next key, unescaped.</summary>
    /// <param name="place">What to expect first where objects begin with this key; 0: it is not remembered.</param>
    /// <returns>What it means; null: nothing.</returns>
    public T? Next(ReadOnlySpan<byte> spelling, out bool isRepeated, out int place)
    {
        var key = expected < inOrder.Count ? inOrder[expected] : null;
        if (key is null || !spelling.SequenceEqual(key.Spelling))
        {
            key = remembered.Find(spelling) ?? Remember(spelling);
        }

        if (key is null)
        {
            place = 0;
            isRepeated = !others.Add(spelling);
            return known.Find(spelling);
        }

        place = key.Place;
        expected = place + 1;
        ref var word = ref seen[place / 64];
        var bit = 1UL << (place % 64);
        isRepeated = (word & bit) != 0;
        word |= bit;
        return key.Meaning;
    }

    private sealed record Key(byte[] Spelling, int Place, T? Meaning);

    private Key? Remember(ReadOnlySpan<byte> spelling)
    {
        if (inOrder.Count == MostRemembered || spelling.Length > LongestRemembered)
        {
            return null;
        }

        var key = new Key(spelling.ToArray(), inOrder.Count, known.Find(spelling));
        remembered.Add(spelling, key);
        inOrder.Add(key);
        return key;
    }
}
