using System.Diagnostics;
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
    private const string Check = "M4 12.5 9.5 18 20 6.5";
    private const string Exclamation = "M12 3 22 20 2 20 Z M12 9.5 12 14 M12 16.8 12 17.4";
    private const string Cross =
        "M8 2.5 16 2.5 21.5 8 21.5 16 16 21.5 8 21.5 2.5 16 2.5 8 Z M8.5 8.5 15.5 15.5 M15.5 8.5 8.5 15.5";
    private const string Question = "M12 2.5 A9.5 9.5 0 1 1 11.99 2.5 M12 7 12 7.6 M12 11 12 17";

    public static VerdictView Of(RunReport report)
    {
        var words = VerdictWords.Of(report);
        var headline = Shown.Sentence(report.Headline);
        return new(
            words.Tone.ToString().ToLowerInvariant(),
            SignOf(words.Tone),
            words.Badge,
            string.IsNullOrWhiteSpace(headline) ? words.Badge : headline,
            words.Lede,
            Shown.Name(report.Run.Workspace),
            report.IsPreview() ? "Preview" : "Run",
            report.Run.FinishedAt.ToString()[..16].Replace('T', ' ') + " UTC",
            string.IsNullOrWhiteSpace(report.Run.Reason) ? null : Shown.Sentence(report.Run.Reason)
        );
    }

    private static string SignOf(Tone tone) =>
        tone switch
        {
            Words.Tone.Calm => Check,
            Words.Tone.Attention => Exclamation,
            Words.Tone.Alarm => Cross,
            Words.Tone.Neutral => Question,
            _ => throw new UnreachableException(),
        };
}
