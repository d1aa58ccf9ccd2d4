using System.Text;

namespace ScoreGuard.Synthetic.Generation.Samplers;

/// <summary>Makes any text fit for a part of an e-mail address: <c>Müller &amp; Söhne</c> becomes <c>mueller-soehne</c>.</summary>
internal static class AddressPart
{
    /// <summary>In bytes: two parts and a dot stay below the 64 of a user's name, one below the 63 of a label.</summary>
    private const int MaxLength = 30;

    // U+00C0 to U+017F without their marks; a blank has no counterpart.
    private const string Plain =
        "a a a a aea aec e e e e i i i i d n o o o o oe  o u u u uey thss"
        + "a a a a aea aec e e e e i i i i d n o o o o oe  o u u u uey thy "
        + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
        + "g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
        + "l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
        + "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";

    /// <summary>Shapes what <paramref name="text"/> holds from <paramref name="start"/> on.</summary>
    public static void Shape(Bytes text, int start)
    {
        Span<byte> shaped = stackalloc byte[MaxLength];
        var length = 0;
        var gap = false;
        for (var rest = (ReadOnlySpan<byte>)text[start, text.Length - start]; rest.Length > 0; )
        {
            var sign = rest[0];
            var used = 1;
            if (char.IsAsciiLetterOrDigit((char)sign))
            {
                Put((byte)(char.IsAsciiLetterUpper((char)sign) ? sign | 0x20 : sign), ref shaped);
            }
            else if (sign >= 0x80)
            {
                Rune.DecodeFromUtf8(rest, out var rune, out used);
                var place = (rune.Value - 0xC0) * 2;
                if (place >= 0 && place < Plain.Length)
                {
                    foreach (var letter in Plain.AsSpan(place, 2).Trim())
                    {
                        Put((byte)letter, ref shaped);
                    }
                }
            }
            else
            {
                gap |= sign is not (byte)'\'' and not (byte)'.' && length > 0;
            }

            rest = rest[used..];
        }

        text.CutTo(start);
        text.Add(shaped[..length]);

        void Put(byte letter, ref Span<byte> to)
        {
            if (length < MaxLength - 2)
            {
                if (gap)
                {
                    to[length++] = (byte)'-';
                }

                to[length++] = letter;
                gap = false;
            }
        }
    }
}
