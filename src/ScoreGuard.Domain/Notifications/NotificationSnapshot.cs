namespace ScoreGuard.Domain.Notifications;

/// <summary>The state as it was read.</summary>
/// <param name="Version">The store's own mark of it; null: nothing is stored yet.</param>
public sealed record NotificationSnapshot(NotificationState State, string? Version);
