using System.Numerics;

namespace ScoreGuard.Domain.Replay.Points;

/// <summary>Thousandths of a point without bounds, for the rare lead that outgrows <see cref="LongMilli"/>.</summary>
internal readonly record struct BigMilli(BigInteger Value) : IMilli<BigMilli>
{
    public int Sign => Value.Sign;

    public static BigMilli FromMilli(long milli) => new(milli);

    public static BigMilli operator +(BigMilli left, BigMilli right) => new(left.Value + right.Value);

    public static BigMilli operator -(BigMilli left, BigMilli right) => new(left.Value - right.Value);

    public static bool operator <(BigMilli left, BigMilli right) => left.Value < right.Value;

    public static bool operator >(BigMilli left, BigMilli right) => left.Value > right.Value;

    public BigMilli Scaled(long numerator, long denominator) => new(Rounded(Value * numerator, denominator));

    public static BigMilli WeightedSum(ReadOnlySpan<BigMilli> values, ReadOnlySpan<long> weightsInMillionths)
    {
        var sum = BigInteger.Zero;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i].Value * weightsInMillionths[i];
        }

        return new(Rounded(sum, 1_000_000));
    }

    public static BigMilli WholeSum(ReadOnlySpan<BigMilli> values, ReadOnlySpan<long> weights)
    {
        var sum = BigInteger.Zero;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i].Value * weights[i];
        }

        return new(sum);
    }

    public int ClassIn(NumberClasses classes) => classes.ClassOf(Value);

    public BigInteger ToBigInteger() => Value;

    private static BigInteger Rounded(BigInteger value, long denominator)
    {
        var quotient = BigInteger.DivRem(value, denominator, out var rest);
        return BigInteger.Abs(rest) * 2 >= denominator ? quotient + rest.Sign : quotient;
    }
}
