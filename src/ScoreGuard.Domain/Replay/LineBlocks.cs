using System.Buffers;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Replay.Leads;

namespace ScoreGuard.Domain.Replay;

/// <summary>Cuts a stream into blocks of whole lines.</summary>
internal sealed class LineBlocks(Stream stream, DiagnosticBag diagnostics)
{
    private const int Size = 512 * 1024;

    private byte[] rest = [];
    private int line = 1;
    private bool isFirst = true;
    private bool isAtEnd;

    /// <param name="Bytes">Whole lines; only the last block of all may lack its last line end.</param>
    /// <param name="FirstLine">From 1.</param>
    /// <param name="Rented">What holds the bytes; goes back to the shared pool when they have been read.</param>
    public readonly record struct Block(ReadOnlyMemory<byte> Bytes, int FirstLine, byte[] Rented);

    /// <returns>False at the end.</returns>
    public bool TryNext(out Block block)
    {
        block = default;
        if (isAtEnd && rest.Length == 0)
        {
            return false;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(rest.Length + Size);
        rest.CopyTo(buffer, 0);
        var length = rest.Length;
        rest = [];
        while (true)
        {
            length += Fill(buffer.AsSpan(length));
            RefuseByteOrderMark(buffer.AsSpan(0, length));
            var end = isAtEnd ? length : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            if (end > 0 || isAtEnd)
            {
                rest = buffer[end..length];
                block = new(buffer.AsMemory(0, end), line, buffer);
                line += buffer.AsSpan(0, end).Count((byte)'\n');
                return end > 0;
            }

            if (length > LeadReader.MaxLineBytes)
            {
                // The session refuses the line by its length; the bytes after that are not needed for it.
                length = SkipLine(buffer, length);
                continue;
            }

            var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
    }

    private int Fill(Span<byte> buffer)
    {
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        isAtEnd = read < buffer.Length;
        return read;
    }

    private int SkipLine(byte[] buffer, int length)
    {
        var kept = LeadReader.MaxLineBytes + 1;
        var room = buffer.AsSpan(kept);
        var inRoom = length - kept;
        while (true)
        {
            var end = room[..inRoom].IndexOf((byte)'\n');
            if (end >= 0)
            {
                room[end..inRoom].CopyTo(room);
                return kept + inRoom - end;
            }

            if (isAtEnd)
            {
                return kept;
            }

            inRoom = Fill(room);
        }
    }

    private void RefuseByteOrderMark(Span<byte> start)
    {
        if (isFirst && start.StartsWith("\uFEFF"u8))
        {
            diagnostics.Error(
                LeadCodes.ByteOrderMark,
                new SourcePosition(1, 1),
                DocumentPath.Root,
                "The file begins with a byte order mark; save it as UTF-8 without one."
            );
            start[..3].Fill((byte)' ');
        }

        isFirst = false;
    }
}
