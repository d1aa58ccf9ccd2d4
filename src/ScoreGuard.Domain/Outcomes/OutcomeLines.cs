namespace ScoreGuard.Domain.Outcomes;

/// <summary>Walks over packed outcome lines without reading them.</summary>
public static class OutcomeLines
{
    private static ReadOnlySpan<byte> Head => "{\"lead\":\""u8;

    /// <summary>Takes the first line, its line end included, off <paramref name="rest"/>.</summary>
    public static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var length = end < 0 ? rest.Length : end + 1;
        var line = rest[..length];
        rest = rest[length..];
        return line;
    }

    /// <summary>The lead's id as the line spells it, escapes and all: since the spelling is canonical, equal bytes are equal ids.</summary>
    /// <exception cref="FormatException">It is no outcome line.</exception>
    public static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(Head))
        {
            var text = line[Head.Length..];
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '\\')
                {
                    at++;
                }
                else if (text[at] == '"')
                {
                    return text[..at];
                }
            }
        }

        throw new FormatException("Not an outcome line.");
    }
}
