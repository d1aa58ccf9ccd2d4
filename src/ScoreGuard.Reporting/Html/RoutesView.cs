using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Who gets the leads: totals before and after, and who took from whom.</summary>
internal sealed record RoutesView(bool Compared, IReadOnlyList<RouteView> Routes, string? More, MovesView? Moves)
{
    private const int Most = 20;
    private const string Nobody = "(nobody)";

    public static RoutesView? Of(RunReport report)
    {
        // Where every lead goes to nobody there is no routing to tell of.
        if (report.IsStill() || !report.Routes.Any(transfer => transfer.Before.Length > 0 || transfer.After.Length > 0))
            return null;

        var routes = RouteView.Of(report.Routes, Nobody);
        return new(
            report.IsCompared(),
            [.. routes.Take(Most)],
            routes.Count > Most ? $"{Figures.Count(routes.Count - Most)} more are in report.json." : null,
            report.IsCompared() ? MovesView.Of(report.Routes, Nobody) : null
        );
    }
}

internal sealed record RouteView(string To, string Before, string After, string Difference)
{
    /// <summary>The one that changed most first; equals by size, then by name.</summary>
    public static IReadOnlyList<RouteView> Of(IReadOnlyList<Transfer> transfers, string nobody)
    {
        var totals = new Dictionary<string, (long Before, long After)>(StringComparer.Ordinal);
        foreach (var transfer in transfers)
        {
            var from = totals.GetValueOrDefault(transfer.Before);
            totals[transfer.Before] = (from.Before + transfer.Leads, from.After);
            var to = totals.GetValueOrDefault(transfer.After);
            totals[transfer.After] = (to.Before, to.After + transfer.Leads);
        }

        return
        [
            .. totals
                .OrderByDescending(total => Math.Abs(total.Value.After - total.Value.Before))
                .ThenByDescending(total => total.Value.After)
                .ThenBy(total => total.Key, StringComparer.Ordinal)
                .Select(total => new RouteView(
                    MoveView.Place(total.Key, nobody),
                    Figures.Count(total.Value.Before),
                    Figures.Count(total.Value.After),
                    Figures.Signed(total.Value.After - total.Value.Before)
                )),
        ];
    }
}
