using System.Collections.Immutable;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Documents;

/// <summary>
/// <c>told/state</c>, and a document a mail: among the <c>mails-open</c> while something may still happen to it, then among the
/// <c>mails-ended</c>, so that looking for work never reads what is over.
/// </summary>
internal sealed class DocumentNotificationStore(IDocuments documents) : INotificationStore
{
    private const string Told = "told";
    private const string State = "state";
    private const string Open = "mails-open";
    private const string Ended = "mails-ended";

    public async Task<NotificationSnapshot> GetStateAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(Told, State, cancellationToken) is { } stored
            ? new(
                SealedDocument.Read(
                    stored.Content.Span,
                    StoredJson.Default.NotificationState,
                    "what readers were told"
                ),
                stored.Version
            )
            : new(NotificationState.None, null);

    public Task<bool> TryReplaceStateAsync(
        NotificationState next,
        string? version,
        CancellationToken cancellationToken
    ) =>
        documents.TryWriteAsync(
            Told,
            State,
            SealedDocument.Write(next, StoredJson.Default.NotificationState),
            version,
            cancellationToken
        );

    public async Task<bool> AddAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (!MailNames.IsMailName(mail.Id))
        {
            throw new ArgumentException($"'{mail.Id}' is no name of a mail.", nameof(mail));
        }

        var queued = Bytes(mail, MailDelivery.Queued(mail.CreatedAt));
        return await FindAsync(mail.Id, cancellationToken) is null
            && await documents.TryWriteAsync(Open, mail.Id, queued, null, cancellationToken);
    }

    public async Task<OutboxEntry?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!MailNames.IsMailName(id))
        {
            return null;
        }

        var stored =
            await documents.FindAsync(Open, id, cancellationToken)
            ?? await documents.FindAsync(Ended, id, cancellationToken);
        return stored is null ? null : Read(stored);
    }

    public async Task<ImmutableArray<OutboxEntry>> ListOpenAsync(CancellationToken cancellationToken)
    {
        var open = ImmutableArray.CreateBuilder<OutboxEntry>();
        foreach (var entry in (await documents.ListAsync(Open, cancellationToken)).Select(Read))
        {
            if (entry.Delivery.IsOpen)
            {
                open.Add(entry);
            }
            else
            {
                // Whoever ended it was killed before it was put away.
                await PutAwayAsync(entry.Mail.Id, Bytes(entry.Mail, entry.Delivery), cancellationToken);
            }
        }

        return open.DrainToImmutable();
    }

    public async Task<OutboxEntry?> TryMoveAsync(
        OutboxEntry entry,
        MailDelivery next,
        CancellationToken cancellationToken
    )
    {
        if (await documents.FindAsync(Ended, entry.Mail.Id, cancellationToken) is not null)
        {
            // Queued again by somebody who had looked before the first was queued: what has ended is never sent again.
            await documents.RemoveAsync(Open, entry.Mail.Id, cancellationToken);
            return null;
        }

        var bytes = Bytes(entry.Mail, next);
        if (!await documents.TryWriteAsync(Open, entry.Mail.Id, bytes, entry.Version, cancellationToken))
        {
            return null;
        }

        if (!next.IsOpen)
        {
            await PutAwayAsync(entry.Mail.Id, bytes, cancellationToken);
        }

        var moved = await FindAsync(entry.Mail.Id, cancellationToken);
        return moved?.Delivery == next ? moved : null;
    }

    private async Task PutAwayAsync(string id, byte[] content, CancellationToken cancellationToken)
    {
        await documents.TryWriteAsync(Ended, id, content, null, cancellationToken);
        await documents.RemoveAsync(Open, id, cancellationToken);
    }

    private static byte[] Bytes(OutgoingMail mail, MailDelivery delivery) =>
        SealedDocument.Write(new QueuedMail(mail, delivery), StoredJson.Default.QueuedMail);

    private static OutboxEntry Read(StoredDocument stored)
    {
        var queued = SealedDocument.Read(stored.Content.Span, StoredJson.Default.QueuedMail, $"mail {stored.Key}");
        return new(queued.Mail, queued.Delivery, stored.Version);
    }
}
