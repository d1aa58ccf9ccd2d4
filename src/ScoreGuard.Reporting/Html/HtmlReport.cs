using System.Text;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary><c>report.html</c>: one self-contained page without scripts, for a screen of any width and for paper.</summary>
public static class HtmlReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open. Size is bounded: long lists are cut and say so.</summary>
    /// <exception cref="ArgumentException">The report's parts do not sum to its totals.</exception>
    public static void Write(RunReport report, Stream output)
    {
        report.RequireSums();
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        PageTemplate.Write(PageView.Of(report), writer);
    }
}
