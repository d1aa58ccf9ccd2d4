using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>How scores were and are spread, a table of bars for each dimension.</summary>
internal sealed record ScoresView(bool Compared, IReadOnlyList<DistributionView> Distributions, string? More)
{
    private const int Most = 6;

    public static ScoresView? Of(RunReport report)
    {
        if (report.Scores.IsEmpty)
            return null;

        var compared = report.IsCompared();
        // A dimension that did not move needs no picture, unless none did or there is nothing to compare.
        var told = report.Scores.Where(scores => !compared || scores.Changed > 0).ToList();
        var still = report.Scores.Length - told.Count;
        return told.Count == 0
            ? null
            : new(
                compared,
                [.. told.Take(Most).Select(scores => DistributionView.Of(scores, compared))],
                Rest(told.Count - Most, still)
            );
    }

    private static string? Rest(int cut, int still)
    {
        var sentences = new List<string>();
        if (cut > 0)
            sentences.Add($"{Figures.Count(cut)} more dimensions are in report.json.");
        if (still > 0)
            sentences.Add(
                still == 1
                    ? "One other dimension did not move."
                    : $"{Figures.Count(still)} other dimensions did not move."
            );
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }
}

/// <param name="Gauge">The stability index in words; null where nothing was compared.</param>
internal sealed record DistributionView(
    string Dimension,
    bool Compared,
    string Changed,
    SummaryView Before,
    SummaryView After,
    string? Gauge,
    IReadOnlyList<BinView> Bins
)
{
    private const int MostBins = 40;

    public static DistributionView Of(ScoreDistribution scores, bool compared)
    {
        var tallest = scores.Bins.IsEmpty ? 0 : scores.Bins.Max(bin => Math.Max(compared ? bin.Before : 0, bin.After));
        return new(
            Shown.Name(scores.Dimension),
            compared,
            Figures.Leads(scores.Changed),
            SummaryView.Of(scores.Before),
            SummaryView.Of(scores.After),
            compared && double.IsFinite(scores.Psi) ? GaugeWords((decimal)scores.Psi) : null,
            [.. scores.Bins.Take(MostBins).Select(bin => BinView.Of(bin, tallest))]
        );
    }

    // 0.1 and 0.25 are the customary marks of the index.
    private static string GaugeWords(decimal psi) =>
        psi switch
        {
            < 0.1m =>
                $"The spread as a whole hardly moved (stability index {Figures.Rounded(psi)}; below 0.1 is little).",
            < 0.25m =>
                $"The spread as a whole moved somewhat (stability index {Figures.Rounded(psi)}; from 0.25 is much).",
            _ => $"The spread as a whole moved much (stability index {Figures.Rounded(psi)}; from 0.25 is much).",
        };
}

internal sealed record SummaryView(string Mean, string Median, string Min, string Max, string Scored)
{
    public static SummaryView Of(ScoreSummary summary) =>
        new(
            Figures.Rounded(summary.Mean),
            Figures.Rounded(summary.Median),
            Figures.Rounded(summary.Min),
            Figures.Rounded(summary.Max),
            Figures.Count(summary.Scored)
        );
}

/// <summary>A band of scores; widths in percent of the fullest band.</summary>
internal sealed record BinView(
    string Label,
    string Before,
    string After,
    string Difference,
    string BeforeWidth,
    string AfterWidth
)
{
    public static BinView Of(ScoreBin bin, long tallest) =>
        new(
            Shown.Name(bin.Label),
            Figures.Count(bin.Before),
            Figures.Count(bin.After),
            Figures.Signed(bin.After - bin.Before),
            Figures.Percent(bin.Before, tallest),
            Figures.Percent(bin.After, tallest)
        );
}
