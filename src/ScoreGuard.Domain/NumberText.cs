using System.Globalization;

namespace ScoreGuard.Domain;

/// <summary>Numbers as the specification allows them: decimals of at most 28 digits, leading zeros aside.</summary>
/// <remarks>
/// Zeros before the first digit of the whole part do not count, those behind the point do: so every number that passes is
/// exact as a <see cref="decimal"/>.
/// </remarks>
public static class NumberText
{
    /// <summary>Digits that a number may have.</summary>
    public const int MaxDigits = 28;

    private const string OctalDigits = "01234567";
    private const string HexDigits = "0123456789abcdefABCDEF";
    private const decimal Limit = 10_000_000_000_000_000_000_000_000_000m;

    /// <summary>What a text is as a number.</summary>
    public enum Reading
    {
        Number,

        /// <summary>Has the form of a number, but too many digits.</summary>
        TooManyDigits,
        NoNumber,
    }

    /// <summary>Reads <c>[+-]?[0-9]+(\.[0-9]+)?</c>, after trimming: a number in a text.</summary>
    public static Reading Read(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var rest = Unsigned(text.Trim(), out var negative);
        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var fraction = point < 0 ? [] : rest[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty) || !AreDigits(whole) || !AreDigits(fraction))
        {
            return Reading.NoNumber;
        }

        return Assemble(negative, whole, fraction, out value);
    }

    /// <summary>Reads a number of the YAML 1.2 core schema: also <c>.5</c>, <c>5.</c>, <c>1e3</c>, <c>0x1F</c> and <c>0o17</c>.</summary>
    public static Reading ReadCore(string text, out decimal value)
    {
        value = 0;
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return InBase(text.AsSpan(2), 16, out value);
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return InBase(text.AsSpan(2), 8, out value);
        }

        var rest = Unsigned(text, out var negative);
        var exponent = 0;
        var e = rest.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!TryExponent(rest[(e + 1)..], out exponent))
            {
                return Reading.NoNumber;
            }

            rest = rest[..e];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var fraction = point < 0 ? [] : rest[(point + 1)..];
        if ((whole.IsEmpty && fraction.IsEmpty) || !AreDigits(whole) || !AreDigits(fraction))
        {
            return Reading.NoNumber;
        }

        return e < 0
            ? Assemble(negative, whole, fraction, out value)
            : Shift(negative, whole, fraction, exponent, out value);
    }

    /// <summary>As outcomes print it: no exponent, no trailing zeros, no <c>-0</c>.</summary>
    public static string Format(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return text is "-0" ? "0" : text;
    }

    private static Reading Shift(
        bool negative,
        ReadOnlySpan<char> whole,
        ReadOnlySpan<char> fraction,
        int exponent,
        out decimal value
    )
    {
        var digits = string.Concat(whole, fraction);
        var first = digits.AsSpan().IndexOfAnyExcept('0');
        if (first < 0)
        {
            value = 0;
            return Reading.Number;
        }

        // Zeros at either end only say where the point is, and the exponent says that.
        var point = whole.Length - first + exponent;
        var significant = digits.AsSpan(first).TrimEnd('0').ToString();
        if (point > MaxDigits || significant.Length - point > MaxDigits)
        {
            value = 0;
            return Reading.TooManyDigits;
        }

        if (point <= 0)
        {
            return Assemble(negative, "0", new string('0', -point) + significant, out value);
        }

        significant = significant.PadRight(point, '0');
        return Assemble(negative, significant.AsSpan(0, point), significant.AsSpan(point), out value);
    }

    private static Reading Assemble(
        bool negative,
        ReadOnlySpan<char> whole,
        ReadOnlySpan<char> fraction,
        out decimal value
    )
    {
        value = 0;
        whole = whole.TrimStart('0');
        if (whole.Length + fraction.Length > MaxDigits)
        {
            return Reading.TooManyDigits;
        }

        foreach (var digit in whole)
        {
            value = (value * 10) + (digit - '0');
        }

        var scale = 1m;
        foreach (var digit in fraction)
        {
            value = (value * 10) + (digit - '0');
            scale *= 10;
        }

        value = negative ? -(value / scale) : value / scale;
        return Reading.Number;
    }

    private static Reading InBase(ReadOnlySpan<char> digits, int numberBase, out decimal value)
    {
        value = 0;
        if (digits.IsEmpty || digits.ContainsAnyExcept(numberBase == 16 ? HexDigits : OctalDigits))
        {
            return Reading.NoNumber;
        }

        foreach (var digit in digits)
        {
            var at = HexDigits.IndexOf(digit, StringComparison.Ordinal);
            var worth = at < 16 ? at : at - 6;
            if (value > (Limit - 1 - worth) / numberBase)
            {
                value = 0;
                return Reading.TooManyDigits;
            }

            value = (value * numberBase) + worth;
        }

        return Reading.Number;
    }

    private static ReadOnlySpan<char> Unsigned(ReadOnlySpan<char> text, out bool negative)
    {
        negative = text is ['-', ..];
        return text is ['-' or '+', ..] ? text[1..] : text;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var digits = Unsigned(text, out var negative);
        if (digits.IsEmpty || !AreDigits(digits))
        {
            return false;
        }

        foreach (var digit in digits)
        {
            exponent = Math.Min((exponent * 10) + (digit - '0'), 100_000_000);
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }
}
