using System.Numerics;

namespace ScoreGuard.Domain.Replay.Points;

/// <summary>
/// The classes into which the constants of a model cut a line of numbers: two numbers of one class are alike to every
/// comparison of the model, so that a question to a number becomes a look into a table.
/// </summary>
/// <remarks>Class 2i+1 is the i-th bound itself, class 2i what lies below it and above the one before.</remarks>
internal sealed class NumberClasses
{
    private readonly decimal[] bounds;
    private readonly long scale;

    // The smallest whole number of 1/scale that is not below the bound, and whether it is the bound: one that is not
    // lies above it.
    private readonly BigInteger[] ceilings;

    // The same cut to 64 bits, and whether that number lies above the bound or on it.
    private readonly long[] longCeilings;
    private readonly bool[] isPassed;
    private readonly bool[] isHit;
    private readonly bool[] isWhole;

    /// <param name="scale">What the whole numbers asked about count: 1000 for thousandths, 1 for ones.</param>
    public NumberClasses(IEnumerable<decimal> constants, long scale)
    {
        bounds = [.. constants.Distinct().Order()];
        this.scale = scale;
        ceilings = [.. bounds.Select(Ceiling)];
        isWhole = [.. bounds.Select((bound, i) => Same(bound, ceilings[i]))];
        longCeilings = [.. ceilings.Select(Saturated)];
        isHit = [.. ceilings.Select((ceiling, i) => isWhole[i] && ceiling == longCeilings[i])];
        isPassed = [.. ceilings.Select((ceiling, i) => !isHit[i] && ceiling <= longCeilings[i])];
    }

    public int Count => (2 * bounds.Length) + 1;

    public int ClassOf(long value)
    {
        var i = 0;
        while (i < longCeilings.Length && (longCeilings[i] < value || (longCeilings[i] == value && isPassed[i])))
        {
            i++;
        }

        return i < longCeilings.Length && longCeilings[i] == value && isHit[i] ? (2 * i) + 1 : 2 * i;
    }

    public int ClassOf(BigInteger value)
    {
        var i = 0;
        while (i < ceilings.Length && (ceilings[i] < value || (ceilings[i] == value && !isWhole[i])))
        {
            i++;
        }

        return i < ceilings.Length && ceilings[i] == value ? (2 * i) + 1 : 2 * i;
    }

    public int ClassOf(decimal value)
    {
        var i = Array.BinarySearch(bounds, value);
        return i >= 0 ? (2 * i) + 1 : 2 * ~i;
    }

    /// <summary>A number of the class, for asking it once for all of them; null: no 28 digits lie between the two bounds.</summary>
    public decimal? Sample(int @class)
    {
        var i = @class / 2;
        if (@class % 2 == 1)
        {
            return bounds[i];
        }

        if (bounds.Length == 0)
        {
            return 0;
        }

        if (i == 0)
        {
            return bounds[0] - 1;
        }

        if (i == bounds.Length)
        {
            return bounds[^1] + 1;
        }

        var between = (bounds[i - 1] / 2) + (bounds[i] / 2);
        return between > bounds[i - 1] && between < bounds[i] ? between : null;
    }

    private BigInteger Ceiling(decimal bound)
    {
        var (numerator, denominator) = Fraction(bound);
        var quotient = BigInteger.DivRem(numerator * scale, denominator, out var rest);
        return rest.Sign > 0 ? quotient + 1 : quotient;
    }

    private bool Same(decimal bound, BigInteger ceiling)
    {
        var (numerator, denominator) = Fraction(bound);
        return numerator * scale == ceiling * denominator;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = BigInteger.Zero;
        for (var word = 2; word >= 0; word--)
        {
            magnitude = (magnitude << 32) | unchecked((uint)bits[word]);
        }

        return (bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    private static long Saturated(BigInteger value) =>
        value > long.MaxValue ? long.MaxValue
        : value < long.MinValue ? long.MinValue
        : (long)value;
}
