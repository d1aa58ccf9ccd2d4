using System.Text;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>Text as outcomes spell it: only <c>"</c>, <c>\</c> and U+0000–U+001F are escaped (section 7).</summary>
public static class JsonText
{
    private const string Hex = "0123456789abcdef";

    /// <summary>The text between quotes, UTF-8.</summary>
    public static byte[] Quoted(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var quoted = new byte[(6 * utf8.Length) + 2];
        return quoted[..Quote(utf8, quoted)];
    }

    /// <summary>Writes the text between quotes.</summary>
    /// <param name="to">At least six bytes for each of <paramref name="utf8"/>, and two.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Quote(ReadOnlySpan<byte> utf8, Span<byte> to)
    {
        var length = 0;
        to[length++] = (byte)'"';
        foreach (var b in utf8)
        {
            if (b >= 0x20 && b != '"' && b != '\\')
            {
                to[length++] = b;
                continue;
            }

            to[length++] = (byte)'\\';
            var letter = b switch
            {
                (byte)'"' => '"',
                (byte)'\\' => '\\',
                0x08 => 'b',
                0x0C => 'f',
                (byte)'\n' => 'n',
                (byte)'\r' => 'r',
                (byte)'\t' => 't',
                _ => 'u',
            };
            to[length++] = (byte)letter;
            if (letter == 'u')
            {
                to[length++] = (byte)'0';
                to[length++] = (byte)'0';
                to[length++] = (byte)Hex[b >> 4];
                to[length++] = (byte)Hex[b & 0xF];
            }
        }

        to[length++] = (byte)'"';
        return length;
    }
}
