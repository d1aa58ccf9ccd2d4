using System.Numerics;

namespace ScoreGuard.Domain.Replay.Points;

/// <summary>points · 0.5^(age/D), in thousandths, correctly rounded half away from zero.</summary>
internal static class HalfLife
{
    // |points| <= 10^12 thousandths and a double's relative error is far below 2^-45, so the product is off by less
    // than this much of a thousandth; nearer to a tie than that the exact way decides.
    private const double DoubleError = 0.05;

    /// <summary>What is left of <paramref name="milli"/> (within ±10¹²) after <paramref name="age"/> milliseconds.</summary>
    public static long Left(long milli, long age, long halfLife)
    {
        var halvings = Math.DivRem(age, halfLife, out var rest);
        if (halvings > 45)
        {
            return 0;
        }

        if (rest == 0)
        {
            return Math.Sign(milli) * HalfAwayFromZero(Math.Abs(milli), (int)halvings);
        }

        var left = Math.Abs(milli) * Math.Pow(0.5, (double)age / halfLife);
        var nearest = Math.Floor(left + 0.5);
        return Math.Sign(milli)
            * (
                Math.Abs(left + 0.5 - nearest) > DoubleError && Math.Abs(left + 0.5 - nearest) < 1 - DoubleError
                    ? (long)nearest
                    : Exact(Math.Abs(milli), (int)halvings, rest, halfLife)
            );
    }

    private static long HalfAwayFromZero(long magnitude, int halvings) =>
        halvings == 0 ? magnitude : (magnitude + (1L << (halvings - 1))) >> halvings;

    /// <summary>2^-(rest/halfLife) is irrational: with enough bits it lies on one side of every tie.</summary>
    private static long Exact(long magnitude, int halvings, long rest, long halfLife)
    {
        for (var bits = 128; ; bits *= 2)
        {
            // floor(2^bits · 2^-(rest/halfLife)), too small by less than `error` units.
            var (power, error) = TwoToMinus(rest, halfLife, bits);
            var low = Rounded(magnitude * power, bits + halvings);
            var high = Rounded(magnitude * (power + error), bits + halvings);
            if (low == high)
            {
                return (long)low;
            }
        }
    }

    private static BigInteger Rounded(BigInteger value, int shift) =>
        (value + (BigInteger.One << (shift - 1))) >> shift;

    // Binary digits of the exponent by long division; each set digit k multiplies by the k-th square root of one half.
    private static (BigInteger Power, BigInteger Error) TwoToMinus(long rest, long halfLife, int bits)
    {
        var one = BigInteger.One << bits;
        var power = one;
        var root = one >> 1;
        BigInteger remainder = rest;
        for (var digit = 0; digit < bits; digit++)
        {
            root = SquareRoot(root << bits);
            remainder <<= 1;
            if (remainder >= halfLife)
            {
                remainder -= halfLife;
                power = (power * root) >> bits;
            }
        }

        // Every root and product is floored (at most one unit each, roots contract their error), and the digits left
        // out of the exponent make the power too large by less than one unit: 8 units a digit is a wide margin.
        BigInteger error = 8L * bits;
        return (power - error, 2 * error);
    }

    private static BigInteger SquareRoot(BigInteger value)
    {
        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + (value / guess)) >> 1;
            if (next >= guess)
            {
                return guess;
            }

            guess = next;
        }
    }
}
