using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Tests;

/// <summary>A report written and read back.</summary>
internal static class Forms
{
    public static byte[] Bytes(ReportFile file, RunReport report)
    {
        using var stream = new MemoryStream();
        file.Write(report, stream);
        return stream.ToArray();
    }

    public static string Text(ReportFile file, RunReport report) => Encoding.UTF8.GetString(Bytes(file, report));

    public static IDocument Page(RunReport report) => new HtmlParser().ParseDocument(Text(ReportFiles.Html, report));
}
