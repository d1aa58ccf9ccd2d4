namespace ScoreGuard.Reporting.Mail;

/// <summary>Where a mail stands among others. Its links only ever open a page: mail scanners press every one of them.</summary>
/// <param name="Report">The page of the report; null: there is none on the web.</param>
/// <param name="GoesOn">It belongs to a thread that an earlier mail began.</param>
public sealed record MailLinks(Uri? Report, bool GoesOn = false)
{
    public static MailLinks None { get; } = new(Report: null);

    public Uri? Report { get; } =
        Report is null or { IsAbsoluteUri: true, Scheme: "https" or "http" }
            ? Report
            : throw new ArgumentException("A mail links to web pages only.", nameof(Report));
}
