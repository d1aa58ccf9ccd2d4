using System.Collections.Immutable;
using ScoreGuard.Domain;
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

        return (await AttemptAsync(entry, cancellationToken)).Mail.Delivery;
    }

    /// <summary>One attempt with every mail that is due, until one finds the server gone or silent: the others would too.</summary>
    /// <param name="until">From then on no further mail is begun; null: no such limit. One that is under way is finished.</param>
    /// <returns>Those that were looked at, as they are now; the others wait as they were.</returns>
    public async Task<ImmutableArray<OutboxEntry>> SendDueAsync(Instant? until, CancellationToken cancellationToken)
    {
        var seen = ImmutableArray.CreateBuilder<OutboxEntry>();
        foreach (var entry in await store.ListOpenAsync(cancellationToken))
        {
            if (time.Now() >= until)
            {
                break;
            }

            var (mail, result) = await AttemptAsync(entry, cancellationToken);
            seen.Add(mail);
            if (result is SendResult.Unreached or SendResult.Unknown)
            {
                break;
            }
        }

        return seen.DrainToImmutable();
    }

    private async Task<Attempt> AttemptAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var seen = entry.Delivery.SeenAt(time.Now());
        if (seen != entry.Delivery)
        {
            return new(await MoveAsync(entry, seen, cancellationToken), null);
        }

        if (!seen.IsDue(time.Now()))
        {
            return new(entry, null);
        }

        // Whoever queued it may have ended before this was remembered.
        await NewsMemory.RememberAsync(store, entry.Mail, cancellationToken);
        if (await store.TryMoveAsync(entry, seen.Claim(time.Now()), cancellationToken) is not { } claimed)
        {
            return new(await AsItIsAsync(entry, cancellationToken), null);
        }

        var result = await mailer.SendAsync(claimed.Mail, cancellationToken);
        // What has happened is written down, also where nobody waits for it any more.
        var next = claimed.Delivery.Conclude(result, time.Now());
        return new(await MoveAsync(claimed, next, CancellationToken.None), result);
    }

    private async Task<OutboxEntry> MoveAsync(
        OutboxEntry entry,
        MailDelivery next,
        CancellationToken cancellationToken
    ) => await store.TryMoveAsync(entry, next, cancellationToken) ?? await AsItIsAsync(entry, cancellationToken);

    private async Task<OutboxEntry> AsItIsAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        await store.FindAsync(entry.Mail.Id, cancellationToken) ?? entry;

    /// <param name="Mail">As it is now.</param>
    /// <param name="Result">What came of handing it over; null: it was not handed over here.</param>
    private sealed record Attempt(OutboxEntry Mail, SendResult? Result);
}
