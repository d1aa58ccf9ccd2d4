namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The lines of a stream, blank ones left out, in one buffer however long the stream is.</summary>
public sealed class LeadLines(Stream stream)
{
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int end;

    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0 && Fill())
            {
                continue;
            }

            line = length < 0 ? buffer.AsSpan(start, end - start) : buffer.AsSpan(start, length);
            start = length < 0 ? end : start + length + 1;
            if (line.ContainsAnyExcept(" \t\r"u8))
            {
                return true;
            }

            if (length < 0)
            {
                return false;
            }
        }
    }

    private bool Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, end * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
