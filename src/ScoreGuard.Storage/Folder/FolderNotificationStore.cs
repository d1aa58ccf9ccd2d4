using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary>
/// <c>mail/state.json</c>, and a file a mail: in <c>mail/open</c> while something may still happen to it, then in
/// <c>mail/ended</c>, so that looking for work never reads what is over.
/// </summary>
internal sealed class FolderNotificationStore(StoreFolder folder) : INotificationStore
{
    private const string End = ".json";
    private const int LockAttempts = 1_000;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    private string StatePath => folder.PathOf("mail", "state.json");

    public Task<NotificationSnapshot> GetStateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            Read(StatePath, StoredJson.Default.NotificationState) is var (state, version)
                ? new NotificationSnapshot(state, version)
                : new NotificationSnapshot(NotificationState.None, null)
        );

    public async Task<bool> TryReplaceStateAsync(
        NotificationState next,
        string? version,
        CancellationToken cancellationToken
    )
    {
        using var gate = await CloseAsync(cancellationToken);
        if (Read(StatePath, StoredJson.Default.NotificationState)?.Version != version)
        {
            return false;
        }

        StoreFolder.Write(StatePath, next, StoredJson.Default.NotificationState);
        return true;
    }

    public async Task<bool> AddAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (!MailNames.IsMailName(mail.Id))
        {
            throw new ArgumentException($"'{mail.Id}' is no name of a mail.", nameof(mail));
        }

        using var gate = await CloseAsync(cancellationToken);
        if (Find(mail.Id) is not null)
        {
            return false;
        }

        StoreFolder.Write(
            OpenPath(mail.Id),
            new QueuedMail(mail, MailDelivery.Queued(mail.CreatedAt)),
            StoredJson.Default.QueuedMail
        );
        return true;
    }

    public Task<OutboxEntry?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(MailNames.IsMailName(id) ? Find(id) : null);

    public Task<ImmutableArray<OutboxEntry>> ListOpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<OutboxEntry>>([
            .. StoreFolder
                .List(folder.PathOf("mail", "open"), End)
                .Select(path => Find(Path.GetFileNameWithoutExtension(path)))
                .OfType<OutboxEntry>()
                .Where(entry => entry.Delivery.IsOpen),
        ]);

    public async Task<OutboxEntry?> TryMoveAsync(
        OutboxEntry entry,
        MailDelivery next,
        CancellationToken cancellationToken
    )
    {
        using var gate = await CloseAsync(cancellationToken);
        var id = entry.Mail.Id;
        if (Find(id)?.Version != entry.Version)
        {
            return null;
        }

        var bytes = SealedDocument.Write(new QueuedMail(entry.Mail, next), StoredJson.Default.QueuedMail);
        StoreFolder.WriteBytes(next.IsOpen ? OpenPath(id) : EndedPath(id), bytes);
        if (!next.IsOpen)
        {
            // Killed before this, the mail lies in both folders; the one that ended counts.
            StoreFolder.Delete(OpenPath(id));
        }

        return entry with
        {
            Delivery = next,
            Version = Sha256Text.Of(bytes),
        };
    }

    private OutboxEntry? Find(string id) =>
        (
            Read(EndedPath(id), StoredJson.Default.QueuedMail)
            ?? Read(OpenPath(id), StoredJson.Default.QueuedMail)
            // It may have moved from the one to the other in between.
            ?? Read(EndedPath(id), StoredJson.Default.QueuedMail)
        )
            is var (queued, version)
            ? new OutboxEntry(queued.Mail, queued.Delivery, version)
            : null;

    private static (T Content, string Version)? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class =>
        StoreFolder.FindBytes(path) is { } bytes
            ? (SealedDocument.Read(bytes, type, path), Sha256Text.Of(bytes))
            : null;

    /// <summary>Whoever else writes is done in a moment; only who reads what is read may say that somebody was quicker.</summary>
    private async Task<FileStream> CloseAsync(CancellationToken cancellationToken)
    {
        var path = folder.PathOf("mail", "mail.lock");
        for (var attempt = 0; attempt < LockAttempts; attempt++)
        {
            if (FileGate.TryClose(path) is { } gate)
            {
                return gate;
            }

            await Task.Delay(LockPause, cancellationToken);
        }

        throw new StorageFault("lock", path, new IOException("another process holds it"));
    }

    private string OpenPath(string id) => folder.PathOf("mail", "open", id + End);

    private string EndedPath(string id) => folder.PathOf("mail", "ended", id + End);
}
