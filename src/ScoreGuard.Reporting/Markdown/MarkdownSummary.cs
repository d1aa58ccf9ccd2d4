using System.Text;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Markdown;

/// <summary><c>summary.md</c>, for a CI job's summary page: verdict and figures first, then as much as fits in <see cref="MostBytes"/>.</summary>
public static class MarkdownSummary
{
    /// <summary>Below the limits of the CI systems that show it.</summary>
    public const int MostBytes = 60_000;

    private const string Rest = "\n_There is more: see report.html._\n";

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The report's parts do not sum to its totals.</exception>
    public static void Write(RunReport report, Stream output)
    {
        report.RequireSums();
        output.Write(Encoding.UTF8.GetBytes(Text(report)));
    }

    private static string Text(RunReport report)
    {
        var text = new StringBuilder(Head(report));
        var left = MostBytes - Encoding.UTF8.GetByteCount(Rest) - Encoding.UTF8.GetByteCount(text.ToString());
        foreach (var section in MarkdownSections.Of(report))
        {
            left -= Encoding.UTF8.GetByteCount(section);
            if (left < 0)
                return text.Append(Rest).ToString();

            text.Append(section);
        }

        return text.ToString();
    }

    private static string Head(RunReport report)
    {
        var words = VerdictWords.Of(report, MarkdownText.Name);
        var head = new StringBuilder();
        head.Append("## ").Append(Sign(words.Tone)).Append(' ').Append(words.Badge);
        head.Append(": ").Append(MarkdownText.Code(report.Run.Workspace)).Append("\n\n");
        if (report.Headline.Length > 0)
            head.Append("**").Append(MarkdownText.Sentence(report.Headline).Trim()).Append("**\n\n");
        head.Append(words.Lede).Append('\n');
        foreach (var sentence in report.TargetWords)
            head.Append("\n- ").Append(MarkdownText.Sentence(sentence).Trim());
        if (!report.TargetWords.IsEmpty)
            head.Append('\n');
        if (report.IsCompared())
            AppendCounts(head, report);
        return head.ToString();
    }

    private static void AppendCounts(StringBuilder head, RunReport report)
    {
        var (counts, preview) = (report.Counts, report.IsPreview());
        head.Append("\n| leads | |\n| ---: | --- |\n");
        Row(head, Figures.Signed(counts.Gained), preview ? "would newly reach Sales" : "now reach Sales");
        Row(head, Figures.Signed(-counts.Lost), preview ? "would no longer reach Sales" : "no longer reach Sales");
        Row(head, Figures.Count(counts.ChangedOtherwise), "changed in another way");
        Row(head, Figures.Count(counts.Unchanged), "unchanged");
        Row(head, Figures.Count(counts.Leads), "in all, every one of them synthetic");
    }

    private static void Row(StringBuilder head, string figure, string words) =>
        head.Append("| ").Append(figure).Append(" | ").Append(words).Append(" |\n");

    private static string Sign(Tone tone) =>
        tone switch
        {
            Tone.Calm => "✅",
            Tone.Attention => "⚠️",
            Tone.Alarm => "❌",
            _ => "ℹ️",
        };
}
