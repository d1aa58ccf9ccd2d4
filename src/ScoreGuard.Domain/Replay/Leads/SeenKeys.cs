using System.Text;

namespace ScoreGuard.Domain.Replay.Leads;

/// <summary>Notices a key that stands twice in one JSON object, without keeping strings for the usual few.</summary>
internal sealed class SeenKeys
{
    private const int Few = 32;

    private byte[] bytes = new byte[1024];
    private (int Start, int Length)[] keys = new (int, int)[Few];
    private int byteCount;
    private int count;
    private HashSet<string>? many;

    public void Reset()
    {
        byteCount = count = 0;
        many = null;
    }

    /// <param name="key">Unescaped.</param>
    /// <returns>False: it was there already.</returns>
    public bool Add(ReadOnlySpan<byte> key)
    {
        if (many is not null)
        {
            return many.Add(Encoding.UTF8.GetString(key));
        }

        if (Contains(key))
        {
            return false;
        }

        if (count == Few)
        {
            many = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (start, length) in keys)
            {
                many.Add(Encoding.UTF8.GetString(bytes, start, length));
            }

            return many.Add(Encoding.UTF8.GetString(key));
        }

        if (byteCount + key.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, byteCount + key.Length));
        }

        key.CopyTo(bytes.AsSpan(byteCount));
        keys[count++] = (byteCount, key.Length);
        byteCount += key.Length;
        return true;
    }

    private bool Contains(ReadOnlySpan<byte> key)
    {
        if (many is not null)
        {
            return many.Contains(Encoding.UTF8.GetString(key));
        }

        for (var i = 0; i < count; i++)
        {
            var (start, length) = keys[i];
            if (length == key.Length && key.SequenceEqual(bytes.AsSpan(start, length)))
            {
                return true;
            }
        }

        return false;
    }
}
