using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Application.Notifications;

/// <summary>Moves what readers were told.</summary>
internal static class NewsMemory
{
    /// <summary>Remembers a mail that is in the outbox. Again, or late, it changes nothing.</summary>
    public static Task RememberAsync(
        INotificationStore store,
        OutgoingMail mail,
        CancellationToken cancellationToken
    ) => MoveAsync(store, state => state.After(mail), cancellationToken);

    public static Task CloseAsync(INotificationStore store, string run, CancellationToken cancellationToken) =>
        MoveAsync(store, state => state.IsBeyond(run) ? state : state.ClosedBy(run), cancellationToken);

    public static async Task MoveAsync(
        INotificationStore store,
        Func<NotificationState, NotificationState> move,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var (state, version) = await store.GetStateAsync(cancellationToken);
            var next = move(state);
            if (next == state || await store.TryReplaceStateAsync(next, version, cancellationToken))
            {
                return;
            }
        }
    }
}
