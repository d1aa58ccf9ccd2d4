namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>Whether a trait tells changed leads from unchanged ones well enough to be said.</summary>
/// <remarks>
/// Two conditions. The share of changed leads that have it is at least <see cref="LeastDifference"/> above the share of
/// unchanged ones. And that none of the traits that could be said of so many leads would look as good by chance
/// in more than one case of a hundred: Fisher's exact test, one-sided, times the number of those traits (Bonferroni, Tarone).
/// </remarks>
internal static class Separation
{
    /// <summary>Of the shares, 0 to 1.</summary>
    public const double LeastDifference = 0.7;

    /// <summary>The most that chance may explain, over all traits that were tried.</summary>
    public const double MostChance = 0.01;

    /// <summary>Share of changed leads less share of unchanged ones, −1 to 1.</summary>
    public static double Difference(CommonTrait trait) =>
        trait.Leads == 0 || trait.Unchanged == 0
            ? 0
            : ((double)trait.Having / trait.Leads) - ((double)trait.UnchangedHaving / trait.Unchanged);

    /// <summary>How often so many of the leads that have the trait, or more, would be changed ones if both had nothing to do with each other.</summary>
    public static double Chance(CommonTrait trait)
    {
        var having = trait.Having + trait.UnchangedHaving;
        var all = trait.Leads + trait.Unchanged;
        var term = Math.Exp(
            LogChoose(having, trait.Having)
                + LogChoose(all - having, trait.Leads - trait.Having)
                - LogChoose(all, trait.Leads)
        );
        var sum = term;
        for (var at = trait.Having; at < Math.Min(having, trait.Leads) && term > sum * 1e-12; at++)
        {
            term *=
                (double)(having - at) * (trait.Leads - at) / ((double)(at + 1) * (all - having - trait.Leads + at + 1));
            sum += term;
        }

        return sum;
    }

    private static double LogChoose(long of, long taken) =>
        LogFactorial(of) - LogFactorial(taken) - LogFactorial(of - taken);

    /// <summary>Stirling's series, exact to ten digits from 16 on.</summary>
    private static double LogFactorial(long number)
    {
        if (number < 16)
        {
            var product = 1.0;
            for (var factor = 2; factor <= number; factor++)
            {
                product *= factor;
            }

            return Math.Log(product);
        }

        var n = (double)number;
        return (n * Math.Log(n)) - n + (0.5 * Math.Log(2 * Math.PI * n)) + (1 / (12 * n)) - (1 / (360 * n * n * n));
    }
}
