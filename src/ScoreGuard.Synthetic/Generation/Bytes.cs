using System.Diagnostics;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>A growing row of bytes that is emptied and used again.</summary>
internal sealed class Bytes(int capacity = 4096)
{
    private byte[] row = new byte[capacity];

    public int Length { get; private set; }

    public Span<byte> this[int start, int length] => row.AsSpan(start, length);

    public ReadOnlySpan<byte> Written => row.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => row.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Forgets everything from <paramref name="length"/> on.</summary>
    public void CutTo(int length)
    {
        Debug.Assert(length <= Length, "bytes that were never written");
        Length = length;
    }

    public void Add(byte value)
    {
        if (Length == row.Length)
        {
            Grow(1);
        }

        row[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.Length > row.Length - Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(row.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Room for <paramref name="length"/> more bytes, to be claimed with <see cref="Claim"/>.</summary>
    public Span<byte> Room(int length)
    {
        if (length > row.Length - Length)
        {
            Grow(length);
        }

        return row.AsSpan(Length);
    }

    public void Claim(int length) => Length += length;

    private void Grow(int atLeast) => Array.Resize(ref row, Math.Max(row.Length * 2, row.Length + atLeast));
}
