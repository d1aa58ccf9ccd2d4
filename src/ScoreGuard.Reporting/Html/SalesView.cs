using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <param name="Stages">What "reaches Sales" means in this workspace.</param>
internal sealed record SalesView(NamesView? Stages, string Before, string After, string Net, bool Compared)
{
    public static SalesView? Of(RunReport report) =>
        report.Sales is not { } sales
            ? null
            : new(
                NamesView.Of(sales.Stages, sales.Stages.Length),
                Figures.Count(sales.Before),
                Figures.Count(sales.After),
                Figures.Signed(sales.After - sales.Before),
                report.IsCompared()
            );
}
