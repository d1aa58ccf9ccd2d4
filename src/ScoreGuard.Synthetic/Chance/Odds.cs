namespace ScoreGuard.Synthetic.Chance;

/// <summary>Weights as thresholds on a 64-bit draw, so that a choice is a few comparisons.</summary>
internal readonly struct Odds
{
    private const decimal Whole = 18_446_744_073_709_551_616m;

    private readonly ulong[] upTo;

    private Odds(ulong[] upTo) => this.upTo = upTo;

    /// <summary>One of <paramref name="weights"/>, whose sum is above 0: the last takes what rounding leaves.</summary>
    public static Odds Of(IReadOnlyCollection<decimal> weights)
    {
        var odds = Shares(weights, weights.Sum());
        var last = weights.Select((weight, index) => weight > 0 ? index : 0).Max();
        Array.Fill(odds.upTo, ulong.MaxValue, last, odds.upTo.Length - last);
        return odds;
    }

    /// <summary>One of <paramref name="shares"/> of 1, or none of them: their number.</summary>
    public static Odds Parts(IReadOnlyCollection<decimal> shares) => Shares(shares, 1);

    public static Odds Chance(decimal share) => Shares([share], 1);

    /// <summary>The place of the weight that <paramref name="draw"/> falls on, or how many there are.</summary>
    public int Pick(ulong draw)
    {
        var index = 0;
        while (index < upTo.Length && draw >= upTo[index] && upTo[index] != ulong.MaxValue)
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether a chance came true.</summary>
    public bool Take(ulong draw) => Pick(draw) == 0;

    private static Odds Shares(IReadOnlyCollection<decimal> shares, decimal whole)
    {
        var thresholds = new ulong[shares.Count];
        var sum = 0m;
        var index = 0;
        foreach (var share in shares)
        {
            sum += share;
            var place = decimal.Truncate(sum / whole * Whole);
            thresholds[index++] = place >= Whole ? ulong.MaxValue : (ulong)place;
        }

        return new(thresholds);
    }
}
