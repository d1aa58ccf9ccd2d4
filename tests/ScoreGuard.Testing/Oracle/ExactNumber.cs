using System.Globalization;
using System.Numerics;

namespace ScoreGuard.Testing.Oracle;

/// <summary>A decimal number of any length, without error: <c>Digits / 10^Places</c>.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Places)
{
    public static ExactNumber OfThousandths(BigInteger thousandths) => new(thousandths, 3);

    /// <summary>Reads <c>[+-]?digits[.digits][e[+-]digits]</c>, which holds JSON's numbers and the specification's.</summary>
    public static ExactNumber Read(string text)
    {
        var power = 0;
        var exponentAt = text.IndexOfAny(['e', 'E']);
        if (exponentAt >= 0)
        {
            power = int.Parse(text[(exponentAt + 1)..], CultureInfo.InvariantCulture);
            text = text[..exponentAt];
        }
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : text.Length - point - 1;
        var digits = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return places - power >= 0 ? new(digits, places - power) : new(digits * BigInteger.Pow(10, power - places), 0);
    }

    /// <summary>This number times 10^<paramref name="places"/>, which must leave nothing behind the point.</summary>
    public BigInteger Scaled(int places)
    {
        if (places >= Places)
            return Digits * BigInteger.Pow(10, places - Places);
        var whole = BigInteger.DivRem(Digits, BigInteger.Pow(10, Places - places), out var rest);
        return rest.IsZero ? whole : throw new FormatException($"{this} has more than {places} decimals.");
    }

    public BigInteger Thousandths => Scaled(3);

    public int Against(ExactNumber other) =>
        (Digits * BigInteger.Pow(10, other.Places)).CompareTo(other.Digits * BigInteger.Pow(10, Places));

    public bool SameAs(ExactNumber other) => Against(other) == 0;

    /// <summary>As outcomes write numbers: no exponent, no trailing zeros, no <c>-0</c>, no <c>+</c>.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(Places + 1, '0');
        var text = digits[..^Places];
        var fraction = digits[^Places..].TrimEnd('0');
        if (fraction.Length > 0)
            text += "." + fraction;
        return Digits.Sign < 0 ? "-" + text : text;
    }

    /// <summary><paramref name="dividend"/> / <paramref name="divisor"/> as a whole number, half away from zero.</summary>
    public static BigInteger Round(BigInteger dividend, BigInteger divisor)
    {
        var size = (2 * BigInteger.Abs(dividend) + divisor) / (2 * divisor);
        return dividend.Sign < 0 ? -size : size;
    }
}
