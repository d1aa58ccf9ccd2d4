using System.Numerics;

namespace ScoreGuard.Domain.Replay.Points;

/// <summary>Thousandths of a point in 64 bits: ±9·10¹⁵ points, checked.</summary>
internal readonly record struct LongMilli(long Value) : IMilli<LongMilli>
{
    public int Sign => Math.Sign(Value);

    public static LongMilli FromMilli(long milli) => new(milli);

    public static LongMilli operator +(LongMilli left, LongMilli right) => new(left.Value + right.Value);

    public static LongMilli operator -(LongMilli left, LongMilli right) => new(left.Value - right.Value);

    public static bool operator <(LongMilli left, LongMilli right) => left.Value < right.Value;

    public static bool operator >(LongMilli left, LongMilli right) => left.Value > right.Value;

    public LongMilli Scaled(long numerator, long denominator) => new(Rounded((Int128)Value * numerator, denominator));

    public static LongMilli WeightedSum(ReadOnlySpan<LongMilli> values, ReadOnlySpan<long> weightsInMillionths)
    {
        Int128 sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += (Int128)values[i].Value * weightsInMillionths[i];
        }

        return new(Rounded(sum, 1_000_000));
    }

    public static LongMilli WholeSum(ReadOnlySpan<LongMilli> values, ReadOnlySpan<long> weights)
    {
        long sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i].Value * weights[i];
        }

        return new(sum);
    }

    public int ClassIn(NumberClasses classes) => classes.ClassOf(Value);

    public BigInteger ToBigInteger() => Value;

    private static long Rounded(Int128 value, long denominator)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            var (quotient, rest) = Math.DivRem((long)value, denominator);
            return (rest < 0 ? -rest : rest) >= denominator - (rest < 0 ? -rest : rest) && rest != 0
                ? quotient + Math.Sign(rest)
                : quotient;
        }

        var wide = value / denominator;
        var left = value - (wide * denominator);
        return (long)(Int128.Abs(left) * 2 >= denominator ? wide + Int128.Sign(left) : wide);
    }
}
