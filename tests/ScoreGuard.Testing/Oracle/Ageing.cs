using System.Numerics;
using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 5: what a ledger entry is worth when it has aged, in thousandths.</summary>
internal static class Ageing
{
    private const int FirstBits = 128;

    private static readonly BigInteger LnTwo = LogarithmOfTwo(FirstBits);

    public static BigInteger Worth(Entry entry, long now)
    {
        if (entry.Rule is not { } rule)
            return entry.Thousandths;
        var age = now - entry.At;
        if (rule.Duration("expires") is { } expires)
            return age >= expires ? 0 : entry.Thousandths;
        if (rule.Find("decay") is { } decay)
            return Decayed(entry.Thousandths, decay, age);
        if (rule.Duration("halfLife") is { } halfLife)
            return Halved(entry.Thousandths, age, halfLife);
        return entry.Thousandths;
    }

    private static BigInteger Decayed(BigInteger points, JsonElement decay, long age)
    {
        // Six decimals of a percent: the whole is 10^8.
        var whole = BigInteger.Pow(10, 8);
        var passed = age / decay.Duration("every")!.Value;
        var left = BigInteger.Max(0, whole - passed * decay.Number("percent")!.Value.Scaled(6));
        return ExactNumber.Round(points * left, whole);
    }

    /// <summary>
    /// Between whole multiples of the half-life the worth is irrational, so never half way: enough digits decide. The
    /// digits are enough when the error's both ends round alike; the loop takes more until they do.
    /// </summary>
    private static BigInteger Halved(BigInteger points, long age, long halfLife)
    {
        var (halvings, rest) = Math.DivRem(age, halfLife);
        if (halvings > 200)
            return 0; // 10^12 thousandths are less than 2^40.
        if (rest == 0)
            return ExactNumber.Round(points, BigInteger.One << (int)halvings);
        for (var bits = FirstBits; ; bits *= 2)
        {
            var factor = HalfToThe(rest, halfLife, bits);
            var divisor = BigInteger.One << (bits + (int)halvings);
            var low = ExactNumber.Round(points * (factor - 1024), divisor);
            var high = ExactNumber.Round(points * (factor + 1024), divisor);
            if (low == high)
                return low;
        }
    }

    /// <summary>0.5^(part/whole) · 2^bits, a thousand units or less from the truth: e^(−x) by its series, x = ln 2 · part/whole.</summary>
    private static BigInteger HalfToThe(long part, long whole, int bits)
    {
        var one = BigInteger.One << bits;
        var x = (bits == FirstBits ? LnTwo : LogarithmOfTwo(bits)) * part / whole;
        var sum = one;
        var term = one;
        for (var k = 1; !term.IsZero; k++)
        {
            term = term * x / k >> bits;
            sum += k % 2 == 0 ? term : -term;
        }
        return sum;
    }

    /// <summary>ln 2 · 2^bits: the sum of 1 / (k · 2^k).</summary>
    private static BigInteger LogarithmOfTwo(int bits)
    {
        var sum = BigInteger.Zero;
        for (var k = 1; k <= bits; k++)
            sum += (BigInteger.One << (bits - k)) / k;
        return sum;
    }
}
