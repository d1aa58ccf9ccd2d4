using System.Collections.Immutable;
using ScoreGuard.Storage.Documents;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>Something else happens once, after a document was read and before what is made of it.</summary>
internal sealed class InterruptedDocuments(IDocuments documents, Func<Task> meanwhile) : IDocuments
{
    private bool _happened;

    public async Task<StoredDocument?> FindAsync(string kind, string key, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(kind, key, cancellationToken);
        if (!_happened)
        {
            _happened = true;
            await meanwhile();
        }

        return found;
    }

    public Task<ImmutableArray<StoredDocument>> ListAsync(string kind, CancellationToken cancellationToken) =>
        documents.ListAsync(kind, cancellationToken);

    public Task<bool> TryWriteAsync(
        string kind,
        string key,
        ReadOnlyMemory<byte> content,
        string? expected,
        CancellationToken cancellationToken
    ) => documents.TryWriteAsync(kind, key, content, expected, cancellationToken);

    public Task<bool> TryRemoveAsync(string kind, string key, string expected, CancellationToken cancellationToken) =>
        documents.TryRemoveAsync(kind, key, expected, cancellationToken);

    public Task RemoveAsync(string kind, string key, CancellationToken cancellationToken) =>
        documents.RemoveAsync(kind, key, cancellationToken);
}
