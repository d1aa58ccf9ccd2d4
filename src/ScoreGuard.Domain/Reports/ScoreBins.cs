using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Reports;

/// <summary>Spreads a dimension's scores over bins: round steps, with an edge at every label's threshold.</summary>
internal static class ScoreBins
{
    private const int MostSteps = 10;

    /// <summary>A share that no lead has counts as this in the stability index, which could not be taken otherwise.</summary>
    private const double EmptyShare = 0.0001;

    /// <param name="thresholds">Where labels begin.</param>
    public static ImmutableArray<ScoreBin> Spread(
        OutcomeTotals.Dimension before,
        OutcomeTotals.Dimension after,
        IEnumerable<decimal> thresholds
    )
    {
        var bins = ImmutableArray.CreateBuilder<ScoreBin>();
        if (before.Values.Length + after.Values.Length > 0)
        {
            var edges = Edges(before, after, thresholds);
            for (var index = 0; index <= edges.Count; index++)
            {
                var from = index == 0 ? (decimal?)null : edges[index - 1];
                var to = index == edges.Count ? (decimal?)null : edges[index];
                bins.Add(new(Label(from, to), from, to, Count(before, from, to), Count(after, from, to)));
            }
        }

        if (before.Unscored + after.Unscored > 0)
        {
            bins.Add(new("unscored", null, null, before.Unscored, after.Unscored));
        }

        return bins.DrainToImmutable();
    }

    /// <summary>Population stability index, Σ(c − b)·ln(c ÷ b), in nats; 0 where one side has no leads.</summary>
    public static double Psi(ImmutableArray<ScoreBin> bins)
    {
        double before = bins.Sum(bin => bin.Before);
        double after = bins.Sum(bin => bin.After);
        if (before == 0 || after == 0)
        {
            return 0;
        }

        var psi = 0.0;
        foreach (var bin in bins)
        {
            var was = Math.Max(bin.Before / before, EmptyShare);
            var now = Math.Max(bin.After / after, EmptyShare);
            psi += (now - was) * Math.Log(now / was);
        }

        return Math.Round(psi, 6);
    }

    private static List<decimal> Edges(
        OutcomeTotals.Dimension before,
        OutcomeTotals.Dimension after,
        IEnumerable<decimal> thresholds
    )
    {
        var values = before.Values.Concat(after.Values).Select(value => value.Value);
        var (low, high) = (values.Min(), values.Max());
        var edges = new SortedSet<decimal>(thresholds.Where(threshold => threshold > low && threshold <= high));
        var step = Step(high - low);
        for (var edge = (Math.Floor(low / step) + 1) * step; edge <= high; edge += step)
        {
            edges.Add(edge);
        }

        return [.. edges];
    }

    /// <summary>The least of 1, 2, 5, 10, 20, 50, … that needs at most <see cref="MostSteps"/> steps.</summary>
    private static decimal Step(decimal range)
    {
        for (var step = 1m; ; step *= 10)
        {
            foreach (var nice in (ReadOnlySpan<decimal>)[step, step * 2, step * 5])
            {
                if (range / nice <= MostSteps)
                {
                    return nice;
                }
            }
        }
    }

    private static long Count(OutcomeTotals.Dimension scores, decimal? from, decimal? to)
    {
        var count = 0L;
        foreach (var (value, leads) in scores.Values)
        {
            if ((from is null || value >= from) && (to is null || value < to))
            {
                count += leads;
            }
        }

        return count;
    }

    private static string Label(decimal? from, decimal? to) =>
        (from, to) switch
        {
            (null, null) => "all",
            (null, { } below) => $"under {Text(below)}",
            ({ } least, null) => $"{Text(least)} and over",
            ({ } least, { } below) => $"{Text(least)} to under {Text(below)}",
        };

    private static string Text(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
