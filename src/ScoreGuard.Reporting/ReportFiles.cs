using System.Collections.Immutable;
using ScoreGuard.Reporting.Html;
using ScoreGuard.Reporting.Json;
using ScoreGuard.Reporting.JUnit;
using ScoreGuard.Reporting.Markdown;

namespace ScoreGuard.Reporting;

/// <summary>The forms of a report. The tables <c>drift.csv</c> and <c>outcomes.csv</c> are not among them: they have a row for each lead, and are streamed.</summary>
public static class ReportFiles
{
    public const string DriftCsvName = "drift.csv";

    /// <summary>Only with some runs: see <see cref="Csv.OutcomesCsv"/>.</summary>
    public const string OutcomesCsvName = "outcomes.csv";

    public const string CsvMediaType = "text/csv; charset=utf-8";

    public static ReportFile Html { get; } = new("report.html", "text/html; charset=utf-8", HtmlReport.Write);

    public static ReportFile Json { get; } = new("report.json", "application/json", JsonReport.Write);

    public static ReportFile JUnit { get; } = new("junit.xml", "application/xml; charset=utf-8", JUnitReport.Write);

    public static ReportFile Markdown { get; } =
        new("summary.md", "text/markdown; charset=utf-8", MarkdownSummary.Write);

    public static ImmutableArray<ReportFile> All { get; } = [Html, Json, JUnit, Markdown];
}
