using System.Text;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <content>The bytes, and how a line's values are put into them.</content>
public sealed partial class OutcomeWriter
{
    private byte[] buffer = new byte[1 << 16];
    private int length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    private void Put(ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    private void Put(string ascii) => length += Encoding.ASCII.GetBytes(ascii, buffer.AsSpan(length));

    private void Instant(long at) => length += Instants.Write(at, buffer.AsSpan(length));

    private void Number(int thousandths)
    {
        var whole = Math.DivRem(thousandths, 1000, out var rest);
        if (whole == 0 && rest < 0)
        {
            buffer[length++] = (byte)'-';
        }

        whole.TryFormat(buffer.AsSpan(length), out var written);
        length += written;
        if (rest == 0)
        {
            return;
        }

        buffer[length++] = (byte)'.';
        rest = Math.Abs(rest);
        for (var unit = 100; rest != 0; unit /= 10)
        {
            buffer[length++] = (byte)('0' + (rest / unit));
            rest %= unit;
        }
    }

    private void Escape(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if (letter is >= 0x20 and not ((byte)'"' or (byte)'\\'))
            {
                buffer[length++] = letter;
                continue;
            }

            buffer[length++] = (byte)'\\';
            var shorthand = "\"\"\\\\\bb\ff\nn\rr\tt".IndexOf((char)letter);
            if (shorthand >= 0)
            {
                buffer[length++] = (byte)"\"\"\\\\\bb\ff\nn\rr\tt"[shorthand + 1];
                continue;
            }

            Put("u00"u8);
            buffer[length++] = (byte)"0123456789abcdef"[letter >> 4];
            buffer[length++] = (byte)"0123456789abcdef"[letter & 15];
        }
    }

    private void Reserve(int more)
    {
        if (buffer.Length - length < more)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
        }
    }
}
