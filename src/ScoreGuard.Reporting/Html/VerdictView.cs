using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <param name="Tone">A class of the style sheet.</param>
/// <param name="Sign">An SVG path in a box of 24: the tone's sign, for who does not see its colour.</param>
/// <param name="Reason">Why the run was started; null: nobody said.</param>
internal sealed record VerdictView(
    string Tone,
    string Sign,
    string Badge,
    string Headline,
    string Lede,
    string Workspace,
    string Kind,
    string Finished,
    string? Reason
)
{
    public static VerdictView Of(RunReport report)
    {
        var words = VerdictWords.Of(report);
        var headline = Shown.Sentence(report.Headline);
        return new(
            words.Tone.ToString().ToLowerInvariant(),
            ToneSign.Of(words.Tone),
            words.Badge,
            string.IsNullOrWhiteSpace(headline) ? words.Badge : headline,
            words.Lede,
            Shown.Name(report.Run.Workspace),
            report.IsPreview() ? "Preview" : "Run",
            report.Run.FinishedAt.ToString()[..16].Replace('T', ' ') + " UTC",
            string.IsNullOrWhiteSpace(report.Run.Reason) ? null : Shown.Sentence(report.Run.Reason)
        );
    }
}
