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

    public LongMilli Scaled(long numerator, long denominator)
    {
        // A product that fits 64 bits, as all but monstrous ones do, is divided far faster than one of 128.
        var high = Math.BigMul(Value, numerator, out var low);
        return new(high == low >> 63 ? Rounded(low, denominator) : Rounded((Int128)Value * numerator, denominator));
    }

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

    private static long Rounded(long value, long denominator)
    {
        var quotient = value / denominator;
        var rest = value - (quotient * denominator);
        var distance = rest < 0 ? -rest : rest;
        return distance != 0 && distance >= denominator - distance ? quotient + Math.Sign(rest) : quotient;
    }

    private static long Rounded(Int128 value, long denominator)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            return Rounded((long)value, denominator);
        }

        var wide = value / denominator;
        var left = value - (wide * denominator);
        return (long)(Int128.Abs(left) * 2 >= denominator ? wide + Int128.Sign(left) : wide);
    }
}
