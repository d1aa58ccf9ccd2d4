using System.Globalization;

namespace ScoreGuard.Domain;

/// <summary>Numbers as text: decimals of at most 28 digits, leading zeros aside (section 3 of the specification).</summary>
public static class NumberText
{
    public const int MaxDigits = 28;

    /// <summary>Reads <c>[+-]?[0-9]+(\.[0-9]+)?</c> of at most 28 digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        var unsigned = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var fraction = point < 0 ? default : unsigned[(point + 1)..];
        if (
            whole.IsEmpty
            || (point >= 0 && fraction.IsEmpty)
            || whole.ContainsAnyExceptInRange('0', '9')
            || fraction.ContainsAnyExceptInRange('0', '9')
            || whole.TrimStart('0').Length + fraction.Length > MaxDigits
        )
        {
            return false;
        }

        return decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out number
        );
    }

    /// <summary>Reads a JSON number, an exponent included; false where it has more than 28 digits written out.</summary>
    public static bool TryParseJson(ReadOnlySpan<char> text, out decimal number)
    {
        var e = text.IndexOfAny('e', 'E');
        if (e < 0)
        {
            return TryParse(text, out number);
        }

        number = 0;
        if (!TryExponent(text[(e + 1)..], out var exponent))
        {
            return !text[..e].ContainsAnyInRange('1', '9');
        }

        return TryParse(WrittenOut(text[..e], exponent), out number);
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
        && Math.Abs((long)exponent) <= 10_000;

    private static string WrittenOut(ReadOnlySpan<char> mantissa, int exponent)
    {
        var sign = mantissa[0] == '-' ? "-" : "";
        var unsigned = mantissa.TrimStart('-');
        var point = unsigned.IndexOf('.');
        var digits = point < 0 ? unsigned.ToString() : string.Concat(unsigned[..point], unsigned[(point + 1)..]);
        var decimals = (point < 0 ? 0 : unsigned.Length - point - 1) - exponent;
        if (decimals <= 0)
        {
            return sign + digits + new string('0', -decimals);
        }

        digits = digits.PadLeft(decimals + 1, '0');
        return $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }
}
