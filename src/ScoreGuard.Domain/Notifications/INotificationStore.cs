using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Notifications;

/// <summary>What one workspace's readers were told, and the mails that are under way to them. Every write is conditional.</summary>
/// <remarks>All methods throw <see cref="StorageFault"/> where the store refuses, and <see cref="StoreDamage"/> where it cannot be trusted.</remarks>
public interface INotificationStore
{
    /// <summary><see cref="NotificationState.None"/> before the first.</summary>
    Task<NotificationSnapshot> GetStateAsync(CancellationToken cancellationToken);

    /// <param name="version">As read; null: there must be none yet.</param>
    /// <returns>False: somebody else moved it meanwhile, nothing was changed.</returns>
    Task<bool> TryReplaceStateAsync(NotificationState next, string? version, CancellationToken cancellationToken);

    /// <summary>Queues a mail, to be sent at once.</summary>
    /// <returns>False: there is a mail of that name already, nothing was changed.</returns>
    Task<bool> AddAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>The mail of a run or digest, however it ended, or null. A text that is no mail's name finds nothing.</summary>
    Task<OutboxEntry?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Mails that are to be sent or being sent, by name: those that ended are not read.</summary>
    Task<ImmutableArray<OutboxEntry>> ListOpenAsync(CancellationToken cancellationToken);

    /// <summary>Moves a mail on, if it still is as <paramref name="entry"/> says: of two workers, one gets it.</summary>
    /// <returns>The mail as it is now; null: somebody else moved it meanwhile, nothing was changed.</returns>
    Task<OutboxEntry?> TryMoveAsync(OutboxEntry entry, MailDelivery next, CancellationToken cancellationToken);
}
