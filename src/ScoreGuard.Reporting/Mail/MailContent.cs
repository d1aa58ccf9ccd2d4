namespace ScoreGuard.Reporting.Mail;

/// <summary>A mail as it is read.</summary>
/// <param name="Subject">One line; carries the verdict.</param>
/// <param name="Preheader">What an inbox shows beside the subject; the HTML holds it, unseen.</param>
/// <param name="Html">A whole document: tables and inline styles, nothing from elsewhere. At most <see cref="MostBytes"/>.</param>
/// <param name="Text">The same figures in plain text.</param>
public sealed record MailContent(string Subject, string Preheader, string Html, string Text)
{
    /// <summary>In UTF-8; some inboxes hide what comes after the first 102 KB.</summary>
    public const int MostBytes = 95_000;
}
