using System.Collections.Immutable;
using Azure;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Documents;

namespace ScoreGuard.Storage.Azure;

/// <summary>Documents that change: a partition a kind and workspace, an entity a document, its ETag its version.</summary>
internal sealed class AzureDocuments(StoreTable table, string workspace) : IDocuments
{
    public async Task<StoredDocument?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
        await table.FindAsync(PartitionOf(kind), RowOf(key), cancellationToken) is { } entity
            ? await ReadAsync(entity, cancellationToken)
            : null;

    public async Task<ImmutableArray<StoredDocument>> ListAsync(string kind, CancellationToken cancellationToken)
    {
        var range = EntityRange.Of(PartitionOf(kind), RowPrefix);
        var documents = ImmutableArray.CreateBuilder<StoredDocument>();
        foreach (var entity in await table.ListAsync(range, int.MaxValue, cancellationToken))
        {
            documents.Add(await ReadAsync(entity, cancellationToken));
        }

        return documents.DrainToImmutable();
    }

    public async Task<bool> TryWriteAsync(
        string kind,
        string key,
        ReadOnlyMemory<byte> content,
        string? expected,
        CancellationToken cancellationToken
    )
    {
        var attempt = AzureKeys.NewAttempt();
        var entity = new TableEntity(PartitionOf(kind), RowOf(key)) { [Attempt] = attempt };
        await Packing.SavePartsAsync(table, Packing.PackText(entity, content), cancellationToken);
        var written = expected is null
            ? await table.TryAddAsync(entity, cancellationToken)
            : await table.TryReplaceAsync(entity, new ETag(expected), cancellationToken);
        return written is not null || await IsOursAsync(entity, attempt, cancellationToken);
    }

    public Task<bool> TryRemoveAsync(string kind, string key, string expected, CancellationToken cancellationToken) =>
        table.TryRemoveAsync(PartitionOf(kind), RowOf(key), new ETag(expected), cancellationToken);

    public Task RemoveAsync(string kind, string key, CancellationToken cancellationToken) =>
        table.TryRemoveAsync(PartitionOf(kind), RowOf(key), ETag.All, cancellationToken);

    private const string RowPrefix = "key-";
    private const string Attempt = "attempt";

    private async Task<StoredDocument> ReadAsync(TableEntity entity, CancellationToken cancellationToken) =>
        new(
            entity.RowKey[RowPrefix.Length..],
            await Packing.UnpackAsync(table, entity, cancellationToken),
            entity.ETag.ToString()
        );

    /// <summary>Whether a refused write was refused by its own first attempt, whose answer got lost.</summary>
    private async Task<bool> IsOursAsync(TableEntity entity, string attempt, CancellationToken cancellationToken) =>
        await table.FindAsync(entity.PartitionKey, entity.RowKey, cancellationToken, [Attempt]) is { } stored
        && stored.GetString(Attempt) == attempt;

    private string PartitionOf(string kind) => $"{workspace}~{kind}";

    /// <summary>Keys hold letters, digits and dashes only.</summary>
    private static string RowOf(string key) =>
        key.Length is > 0 and < 100 && key.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '-')
            ? RowPrefix + key
            : throw new ArgumentException($"'{key}' is no key of a document.", nameof(key));
}
