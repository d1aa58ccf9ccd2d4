using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Storage.Documents;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Storage.Tests.Folder;

/// <summary>A worker that looks whether a mail is queued and writes it much later, as one does that lost its lease in between.</summary>
public sealed class LateQueueingTests : IDisposable
{
    private const string Run = "20260310T090000000Z-00000001";

    private static readonly Instant Now = new(Some.At.UnixMilliseconds + 1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mail_that_ended_while_another_worker_was_about_to_queue_it_cannot_be_claimed_again()
    {
        var documents = new FolderDocuments(new StoreFolder(_folder.Path));
        var store = new DocumentNotificationStore(documents);
        var late = new LateDocuments(documents, () => SendAsync(store));

        (await new DocumentNotificationStore(late).AddAsync(Some.Mail(Run), default)).ShouldBeTrue();

        var again = (await store.ListOpenAsync(default)).Single();
        (await store.TryMoveAsync(again, again.Delivery.Claim(Now), default)).ShouldBeNull();
        (await store.ListOpenAsync(default)).ShouldBeEmpty();
        (await store.FindAsync(Run, default))!.Delivery.State.ShouldBe(MailState.Sent);
    }

    private static async Task SendAsync(DocumentNotificationStore store)
    {
        (await store.AddAsync(Some.Mail(Run), default)).ShouldBeTrue();
        var queued = (await store.FindAsync(Run, default))!;
        var claimed = (await store.TryMoveAsync(queued, queued.Delivery.Claim(Now), default))!;
        var sent = claimed.Delivery.Conclude(new SendResult.Sent(""), Now);
        (await store.TryMoveAsync(claimed, sent, default)).ShouldNotBeNull();
    }

    /// <param name="meanwhile">What happens between looking and writing.</param>
    private sealed class LateDocuments(IDocuments documents, Func<Task> meanwhile) : IDocuments
    {
        public Task<StoredDocument?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
            documents.FindAsync(kind, key, cancellationToken);

        public Task<ImmutableArray<StoredDocument>> ListAsync(string kind, CancellationToken cancellationToken) =>
            documents.ListAsync(kind, cancellationToken);

        public async Task<bool> TryWriteAsync(
            string kind,
            string key,
            ReadOnlyMemory<byte> content,
            string? expected,
            CancellationToken cancellationToken
        )
        {
            await meanwhile();
            return await documents.TryWriteAsync(kind, key, content, expected, cancellationToken);
        }

        public Task<bool> TryRemoveAsync(
            string kind,
            string key,
            string expected,
            CancellationToken cancellationToken
        ) => documents.TryRemoveAsync(kind, key, expected, cancellationToken);

        public Task RemoveAsync(string kind, string key, CancellationToken cancellationToken) =>
            documents.RemoveAsync(kind, key, cancellationToken);
    }
}
