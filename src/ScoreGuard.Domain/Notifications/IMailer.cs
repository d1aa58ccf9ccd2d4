namespace ScoreGuard.Domain.Notifications;

/// <summary>Hands mails to whoever delivers them.</summary>
public interface IMailer
{
    /// <summary>
    /// One attempt, which ends by itself well before <see cref="MailDelivery.LongestAttempt"/>. What goes wrong on the way is a
    /// result; only a cancelled attempt throws.
    /// </summary>
    Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
