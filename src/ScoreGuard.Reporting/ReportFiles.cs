using System.Collections.Immutable;
using ScoreGuard.Reporting.Html;
using ScoreGuard.Reporting.Json;
using ScoreGuard.Reporting.JUnit;
using ScoreGuard.Reporting.Markdown;

namespace ScoreGuard.Reporting;

/// <summary>The forms of a report. <c>drift.csv</c> is not among them: it has every changed lead, so it is streamed by <see cref="Csv.DriftCsv"/>.</summary>
public static class ReportFiles
{
    public const string DriftCsvName = "drift.csv";

    public const string DriftCsvMediaType = "text/csv; charset=utf-8";

    public static ReportFile Html { get; } = new("report.html", "text/html; charset=utf-8", HtmlReport.Write);

    public static ReportFile Json { get; } = new("report.json", "application/json", JsonReport.Write);

    public static ReportFile JUnit { get; } = new("junit.xml", "application/xml; charset=utf-8", JUnitReport.Write);

    public static ReportFile Markdown { get; } =
        new("summary.md", "text/markdown; charset=utf-8", MarkdownSummary.Write);

    public static ImmutableArray<ReportFile> All { get; } = [Html, Json, JUnit, Markdown];
}
