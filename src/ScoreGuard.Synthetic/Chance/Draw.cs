using System.Text;

namespace ScoreGuard.Synthetic.Chance;

/// <summary>A stream of luck: equal seeds and keys draw equally, on every machine, and no stream knows of another.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014): a counter and a mixer, so that a stream costs one mix to open.</remarks>
internal struct Draw
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private ulong counter;

    private Draw(ulong counter) => this.counter = counter;

    /// <summary>The stream of one attribute or step (<paramref name="key"/>) of one lead (<paramref name="seed"/>).</summary>
    public static Draw Of(ulong seed, ulong key) => new(Mix(seed ^ key));

    /// <summary>The seed of lead <paramref name="number"/> in the population of <paramref name="seed"/>.</summary>
    public static ulong SeedOf(ulong seed, long number) =>
        unchecked(Mix(Mix(seed + Golden) + ((ulong)number * Golden)));

    /// <summary>Numbers that fill 0 to 2⁶⁴ evenly as <paramref name="number"/> rises, in every stretch: multiples of the golden ratio.</summary>
    public static ulong Even(ulong seed, long number) => unchecked(Mix(seed) + ((ulong)number * Golden));

    /// <summary>The key of a name: FNV-1a over its UTF-8 bytes, mixed.</summary>
    public static ulong Key(string name)
    {
        var hash = 0xCBF2_9CE4_8422_2325UL;
        foreach (var unit in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ unit) * 0x0000_0100_0000_01B3UL);
        }

        return Mix(hash);
    }

    /// <summary>A key for the <paramref name="index"/>-th of what <paramref name="key"/> names.</summary>
    public static ulong Key(ulong key, int index) => unchecked(Mix(key + ((ulong)(uint)index * Golden)));

    /// <summary>Any 64 bits.</summary>
    public ulong Next() => Mix(unchecked(counter += Golden));

    /// <summary>A whole number from 0 to below <paramref name="count"/>, which is at least 1.</summary>
    public long Below(long count) => (long)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>A fraction from 0 to below 1, in steps of 2⁻⁵³.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }
}
