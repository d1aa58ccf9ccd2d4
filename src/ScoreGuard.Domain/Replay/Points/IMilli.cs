using System.Numerics;

namespace ScoreGuard.Domain.Replay.Points;

/// <summary>An exact number of thousandths of a point: what ledgers hold and scores are made of.</summary>
/// <remarks>
/// Two exist. <see cref="LongMilli"/> is fast and throws <see cref="OverflowException"/> where a chain of
/// <c>multiply</c> leaves its range; the lead is then replayed once more with <see cref="BigMilli"/>, which has none.
/// </remarks>
internal interface IMilli<TSelf>
    where TSelf : struct, IMilli<TSelf>
{
    static abstract TSelf FromMilli(long milli);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract bool operator <(TSelf left, TSelf right);

    static abstract bool operator >(TSelf left, TSelf right);

    /// <summary>-1, 0 or 1.</summary>
    int Sign { get; }

    /// <summary>Times <paramref name="numerator"/> by <paramref name="denominator"/>, rounded half away from zero.</summary>
    TSelf Scaled(long numerator, long denominator);

    /// <summary>Σ weight (in millionths) × value, exact, then rounded half away from zero.</summary>
    static abstract TSelf WeightedSum(ReadOnlySpan<TSelf> values, ReadOnlySpan<long> weightsInMillionths);

    /// <summary>Σ weight × value, exact.</summary>
    static abstract TSelf WholeSum(ReadOnlySpan<TSelf> values, ReadOnlySpan<long> weights);

    int ClassIn(NumberClasses classes);

    BigInteger ToBigInteger();
}
