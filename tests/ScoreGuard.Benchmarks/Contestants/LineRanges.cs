namespace ScoreGuard.Benchmarks.Contestants;

/// <summary>The lines of a text that are not empty.</summary>
internal ref struct LineRanges(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int next;

    public Range Current { get; private set; }

    public readonly LineRanges GetEnumerator() => this;

    public bool MoveNext()
    {
        while (next < text.Length)
        {
            var start = next;
            var length = text[start..].IndexOf((byte)'\n');
            var end = length < 0 ? text.Length : start + length;
            next = end + 1;
            if (end > start)
            {
                Current = start..end;
                return true;
            }
        }

        return false;
    }
}
