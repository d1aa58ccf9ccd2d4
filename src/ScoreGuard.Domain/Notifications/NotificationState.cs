namespace ScoreGuard.Domain.Notifications;

/// <summary>What the readers of one workspace's mails have been told.</summary>
/// <param name="OpenThread">The <see cref="OutgoingMail.ThreadKey"/> of a story that has no end yet; null: none is open.</param>
/// <param name="LastFingerprint">What the last mail told; null: nothing that is still so.</param>
/// <param name="LastMail">Its id.</param>
/// <param name="LastRun">The last run that moved this; runs' names sort by time.</param>
/// <param name="LastDigestAt">When the last digest was made, or digests began.</param>
public sealed record NotificationState(
    string? OpenThread,
    string? LastFingerprint,
    string? LastMail,
    Instant? LastMailAt,
    string? LastRun,
    Instant? LastDigestAt
)
{
    public static NotificationState None { get; } = new(null, null, null, null, null, null);

    /// <summary>Whether a run that began later has been told of, or put an end to something.</summary>
    public bool IsBeyond(string run) => LastRun is { } last && string.CompareOrdinal(last, run) > 0;

    /// <summary>After <paramref name="mail"/> was queued; the same where that is known already, or where a later run has spoken.</summary>
    public NotificationState After(OutgoingMail mail) =>
        mail.Kind != MailKind.News || LastRun == mail.Id || IsBeyond(mail.Id)
            ? this
            : this with
            {
                OpenThread = mail.ClosesThread ? null : mail.ThreadKey,
                LastFingerprint = mail.Fingerprint,
                LastMail = mail.Id,
                LastMailAt = mail.CreatedAt,
                LastRun = mail.Id,
            };

    /// <summary>After a run that found nothing to tell: what comes next is a story of its own.</summary>
    public NotificationState ClosedBy(string run) =>
        this with
        {
            OpenThread = null,
            LastFingerprint = null,
            LastRun = run,
        };
}
