namespace ScoreGuard.Domain.Notifications;

/// <summary>A mail in the outbox, as it was read.</summary>
/// <param name="Version">The store's own mark of this state; what was read under another mark may no longer be written.</param>
public sealed record OutboxEntry(OutgoingMail Mail, MailDelivery Delivery, string Version);
