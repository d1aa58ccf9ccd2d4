using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Where the outcomes are that somebody has to look through.</summary>
internal sealed record OutcomesView(string Words, string CsvName)
{
    public static OutcomesView? Of(RunReport report) =>
        OutcomesWords.Of(report) is { } words ? new(words, ReportFiles.OutcomesCsvName) : null;
}
