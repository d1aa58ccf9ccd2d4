using ScoreGuard.Domain;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The top of the mail: what was found, where and when.</summary>
/// <param name="Where">The workspace; empty: all of them.</param>
/// <param name="Reason">Why the run was started; null: nobody said.</param>
internal sealed record MailVerdict(
    MailColours Colours,
    string Where,
    string Badge,
    string Headline,
    string Lede,
    string When,
    string? Reason
)
{
    public static MailVerdict Of(RunReport report)
    {
        var words = VerdictWords.Of(report);
        return new(
            MailColours.Of(words.Tone),
            MailWords.Name(report.Run.Workspace),
            words.Badge,
            string.IsNullOrWhiteSpace(report.Headline) ? words.Badge : MailWords.Sentence(report.Headline),
            words.Lede,
            $"{(report.IsPreview() ? "Preview" : "Run")} finished {Minute(report.Run.FinishedAt)}.",
            string.IsNullOrWhiteSpace(report.Run.Reason) ? null : MailWords.Sentence(report.Run.Reason)
        );
    }

    public static string Minute(Instant at) => at.ToString()[..16].Replace('T', ' ') + " UTC";
}
