namespace ScoreGuard.Domain.Notifications;

/// <summary>A mail as it is written; from whom and to whom is the mailer's matter. Never changed once it is queued.</summary>
/// <param name="Id">The run's, or <see cref="MailNames.OfDigest"/>: one mail for each.</param>
/// <param name="MessageKey">What stands before the @ of its Message-ID.</param>
/// <param name="ThreadKey">The same of the thread's first mail; its own where it is the first.</param>
/// <param name="Fingerprint">What it tells (<see cref="NewsFingerprint"/>); null: a digest.</param>
/// <param name="ClosesThread">Nothing is open once it is read.</param>
/// <param name="Subject">One line without control characters.</param>
/// <param name="Html">A whole document.</param>
/// <param name="Text">The same figures in plain text.</param>
public sealed record OutgoingMail(
    string Id,
    MailKind Kind,
    string MessageKey,
    string ThreadKey,
    string? Fingerprint,
    bool ClosesThread,
    string Subject,
    string Html,
    string Text,
    Instant CreatedAt
)
{
    public bool BeginsThread => string.Equals(MessageKey, ThreadKey, StringComparison.Ordinal);
}
