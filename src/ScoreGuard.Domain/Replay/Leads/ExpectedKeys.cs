namespace ScoreGuard.Domain.Replay.Leads;

/// <summary>Remembers what the keys of the last object meant, in their order: the next object mostly has the same.</summary>
/// <remarks>To compare one key with another is cheaper than to look it up among all.</remarks>
internal sealed class ExpectedKeys<T>
    where T : class
{
    private const int Most = 256;

    private (byte[] Key, T? Value)[] expected = [];
    private int place;

    /// <summary>Begins an object.</summary>
    public void Begin() => place = 0;

    /// <summary>What the object's next key means; null: nothing.</summary>
    public T? Next(ReadOnlySpan<byte> key, Values.ByteTable<T> known)
    {
        if (place < expected.Length && key.SequenceEqual(expected[place].Key))
        {
            return expected[place++].Value;
        }

        var value = known.Find(key);
        Expect(key, value);
        return value;
    }

    private void Expect(ReadOnlySpan<byte> key, T? value)
    {
        if (place >= Most)
        {
            return;
        }

        if (place == expected.Length)
        {
            Array.Resize(ref expected, place + 1);
        }

        // A key of another length is written anew, one of the same length over what was there.
        var remembered = expected[place].Key is { } before && before.Length == key.Length ? before : new byte[key.Length];
        key.CopyTo(remembered);
        expected[place++] = (remembered, value);
    }
}
