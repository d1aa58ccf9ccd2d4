using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Application.Notifications;

/// <summary>Hands queued mails over. Any number of workers may, at any time, and end at any point: no mail is handed over twice.</summary>
/// <remarks>
/// A mail is claimed before it is handed over. One whose claim is older than any attempt was left by a worker that ended: nobody
/// can know whether it arrived, so it is uncertain from then on, and not sent again.
/// </remarks>
public sealed class SendMail(INotificationStore store, IMailer mailer, TimeProvider time)
{
    /// <summary>One attempt with one mail, if it is due.</summary>
    /// <returns>How far it has come, also where nothing was done; null: there is no such mail.</returns>
    /// <exception cref="StorageFault">The store refused; what was claimed becomes uncertain.</exception>
    public async Task<MailDelivery?> ForAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } entry)
        {
            return null;
        }

        return await AttemptAsync(entry, cancellationToken);
    }

    /// <summary>One attempt with every mail that is due.</summary>
    /// <param name="until">From then on no further mail is begun; one that is under way goes on. Null: however long it takes.</param>
    /// <returns>How far those have come that were open.</returns>
    public async Task<ImmutableArray<MailDelivery>> SendDueAsync(
        CancellationToken cancellationToken,
        DateTimeOffset? until = null
    )
    {
        var deliveries = ImmutableArray.CreateBuilder<MailDelivery>();
        foreach (var entry in await store.ListOpenAsync(cancellationToken))
        {
            if (time.GetUtcNow() >= until)
            {
                break;
            }

            deliveries.Add(await AttemptAsync(entry, cancellationToken));
        }

        return deliveries.DrainToImmutable();
    }

    private async Task<MailDelivery> AttemptAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var seen = entry.Delivery.SeenAt(time.Now());
        if (seen != entry.Delivery)
        {
            return await MoveAsync(entry, seen, cancellationToken);
        }

        if (!seen.IsDue(time.Now()))
        {
            return seen;
        }

        // Whoever queued it may have ended before this was remembered.
        await NewsMemory.RememberAsync(store, entry.Mail, cancellationToken);
        if (await store.TryMoveAsync(entry, seen.Claim(time.Now()), cancellationToken) is not { } claimed)
        {
            return await AsItIsAsync(entry, cancellationToken);
        }

        var result = await mailer.SendAsync(claimed.Mail, cancellationToken);
        // What has happened is written down, also where nobody waits for it any more.
        return await MoveAsync(claimed, claimed.Delivery.Conclude(result, time.Now()), CancellationToken.None);
    }

    private async Task<MailDelivery> MoveAsync(
        OutboxEntry entry,
        MailDelivery next,
        CancellationToken cancellationToken
    ) =>
        (await store.TryMoveAsync(entry, next, cancellationToken))?.Delivery
        ?? await AsItIsAsync(entry, cancellationToken);

    private async Task<MailDelivery> AsItIsAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        (await store.FindAsync(entry.Mail.Id, cancellationToken))?.Delivery ?? entry.Delivery;
}
