using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Storage.Json;

/// <summary>A mail and how far it has come, in one document.</summary>
internal sealed record QueuedMail(OutgoingMail Mail, MailDelivery Delivery);
