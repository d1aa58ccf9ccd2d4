using System.Text;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <summary>Notices a key that stands twice in one JSON object, without keeping strings for the usual few.</summary>
internal sealed class SeenKeys
{
    private const int Few = 32;

    private readonly SpellingEnds[] ends = new SpellingEnds[Few];

    // Of keys that their ends do not hold whole; the arrays may be longer than the keys.
    private readonly byte[]?[] longKeys = new byte[]?[Few];
    private int count;

    // What came after the few.
    private HashSet<string>? others;

    public void Reset()
    {
        count = 0;
        others = null;
    }

    /// <param name="key">Unescaped.</param>
    /// <returns>False: it was there already.</returns>
    public bool Add(ReadOnlySpan<byte> key)
    {
        var added = SpellingEnds.Of(key);
        for (var i = 0; i < count; i++)
        {
            if (ends[i] == added && (added.AreAll || key.SequenceEqual(longKeys[i].AsSpan(0, key.Length))))
            {
                return false;
            }
        }

        if (count == Few)
        {
            others ??= new(StringComparer.Ordinal);
            return others.Add(Encoding.UTF8.GetString(key));
        }

        ends[count] = added;
        if (!added.AreAll)
        {
            Keep(key, ref longKeys[count]);
        }

        count++;
        return true;
    }

    private static void Keep(ReadOnlySpan<byte> key, ref byte[]? kept)
    {
        if (kept is null || kept.Length < key.Length)
        {
            kept = new byte[key.Length];
        }

        key.CopyTo(kept);
    }
}
