namespace ScoreGuard.Domain.Outcomes;

/// <summary>Bytes that grow; what outcome lines are written into.</summary>
internal sealed class OutcomeBuffer
{
    private byte[] bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Takes back what was written after a length.</summary>
    public void Truncate(int length) => Length = length;

    public void Put(byte value)
    {
        if (Length == bytes.Length)
        {
            Grow(1);
        }

        bytes[Length++] = value;
    }

    public void Put(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Length += value.Length;
    }

    public void PutInstant(long unixMilliseconds)
    {
        var room = Room(InstantText.MaxLength + 2);
        room[0] = (byte)'"';
        var length = InstantText.Format(new Instant(unixMilliseconds), room[1..]);
        room[length + 1] = (byte)'"';
        Length += length + 2;
    }

    public void PutQuoted(ReadOnlySpan<byte> utf8) => Length += JsonText.Quote(utf8, Room((6 * utf8.Length) + 2));

    /// <summary>At least <paramref name="size"/> bytes; <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> Room(int size)
    {
        if (bytes.Length - Length < size)
        {
            Grow(size);
        }

        return bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    private void Grow(int size) => Array.Resize(ref bytes, Math.Max(2 * bytes.Length, Length + size));
}
