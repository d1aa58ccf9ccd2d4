using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Reporting.Mail;

namespace ScoreGuard.Application.Notifications;

/// <summary>Writes and queues the digest of all workspaces once a week; sending is <see cref="SendMail"/>'s.</summary>
/// <param name="sources">Finds what it is about; asked only when a digest is due, for it reads every workspace.</param>
/// <param name="home">Where the digest is queued, and remembered: always the same store.</param>
public sealed class SendDigest(
    Func<CancellationToken, Task<ImmutableArray<DigestSource>>> sources,
    INotificationStore home,
    TimeProvider time
)
{
    public static Duration Weekly { get; } = new(7 * Instant.MillisecondsPerDay);

    /// <summary>Any number of callers at any time make one digest a period. The first call begins the first period.</summary>
    /// <returns>The digest that was queued, or null: none is due.</returns>
    /// <exception cref="StorageFault">The home refused; call again.</exception>
    public async Task<OutgoingMail?> IfDueAsync(Duration every, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (state, _) = await home.GetStateAsync(cancellationToken);
        if (state.LastDigestAt is not { } last)
        {
            await NewsMemory.MoveAsync(
                home,
                began => began.LastDigestAt is null ? began with { LastDigestAt = now } : began,
                cancellationToken
            );
            return null;
        }

        if (now < last + every)
        {
            return null;
        }

        var id = MailNames.OfDigest(last);
        var mail = (await home.FindAsync(id, cancellationToken))?.Mail;
        if (mail is null)
        {
            mail = await WriteAsync(id, last, now, cancellationToken);
            if (!await home.AddAsync(mail, cancellationToken))
            {
                mail = (await home.FindAsync(id, cancellationToken))?.Mail ?? mail;
            }
        }

        await NewsMemory.MoveAsync(
            home,
            told => told.LastDigestAt == last ? told with { LastDigestAt = mail.CreatedAt } : told,
            cancellationToken
        );
        return mail;
    }

    private async Task<OutgoingMail> WriteAsync(
        string id,
        Instant from,
        Instant to,
        CancellationToken cancellationToken
    )
    {
        var told = await sources(cancellationToken);
        var workspaces = ImmutableArray.CreateBuilder<DigestWorkspace>();
        foreach (var source in told)
        {
            workspaces.Add(await DigestReading.ReadAsync(source, from, to, cancellationToken));
        }

        var content = DigestMail.Write(new(from, to, workspaces.DrainToImmutable()));
        var key = MailNames.MessageKey(id, string.Join('\n', told.Select(source => source.Workspace)));
        return new(
            id,
            MailKind.Digest,
            key,
            key,
            Fingerprint: null,
            ClosesThread: false,
            content.Subject,
            content.Html,
            content.Text,
            to
        );
    }
}
