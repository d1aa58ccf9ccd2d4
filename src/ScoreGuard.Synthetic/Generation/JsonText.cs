using System.Buffers;
using System.Text;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>UTF-8 text as a JSON string: only <c>"</c>, <c>\</c> and U+0000 to U+001F are escaped, as outcomes do.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(sign => (byte)sign),
        (byte)'"',
        (byte)'\\',
    ]);

    public static byte[] Of(string text)
    {
        var bytes = new Bytes(text.Length + 2);
        Write(Encoding.UTF8.GetBytes(text), bytes);
        return bytes.Written.ToArray();
    }

    public static void Write(ReadOnlySpan<byte> text, Bytes to)
    {
        to.Add((byte)'"');
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            to.Add(text[..at]);
            Escape(text[at], to);
            text = text[(at + 1)..];
        }

        to.Add(text);
        to.Add((byte)'"');
    }

    private static void Escape(byte sign, Bytes to)
    {
        ReadOnlySpan<byte> hex = "0123456789abcdef"u8;
        switch (sign)
        {
            case (byte)'"':
                to.Add("\\\""u8);
                break;
            case (byte)'\\':
                to.Add("\\\\"u8);
                break;
            case (byte)'\b':
                to.Add("\\b"u8);
                break;
            case (byte)'\f':
                to.Add("\\f"u8);
                break;
            case (byte)'\n':
                to.Add("\\n"u8);
                break;
            case (byte)'\r':
                to.Add("\\r"u8);
                break;
            case (byte)'\t':
                to.Add("\\t"u8);
                break;
            default:
                to.Add("\\u00"u8);
                to.Add(hex[sign >> 4]);
                to.Add(hex[sign & 15]);
                break;
        }
    }
}
