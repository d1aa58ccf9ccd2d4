using Azure;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Azure;

/// <summary>A table as the stores use it: what is not there is null, what is refused is a <see cref="StorageFault"/>.</summary>
internal sealed class StoreTable(TableClient table)
{
    /// <summary>How people find an entity.</summary>
    public string NameOf(string partitionKey, string rowKey) => $"{table.Name}/{partitionKey}/{rowKey}";

    /// <summary>The entity, or null where there is none, be it that nothing was ever written to the table.</summary>
    public Task<TableEntity?> FindAsync(
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken,
        IEnumerable<string>? select = null
    ) =>
        AzureGuard.TryAsync(
            "read",
            NameOf(partitionKey, rowKey),
            async () =>
            {
                try
                {
                    var found = await table.GetEntityIfExistsAsync<TableEntity>(
                        partitionKey,
                        rowKey,
                        select,
                        cancellationToken
                    );
                    return found.HasValue ? found.Value : null;
                }
                catch (RequestFailedException none) when (none.ErrorCode == TableErrorCode.TableNotFound)
                {
                    return null;
                }
            },
            cancellationToken
        );

    /// <returns>The entity's state; null: there is one already.</returns>
    public Task<ETag?> TryAddAsync(TableEntity entity, CancellationToken cancellationToken) =>
        TryWriteAsync(entity, () => table.AddEntityAsync(entity, cancellationToken), cancellationToken);

    /// <returns>The entity's new state; null: it is not in the state <paramref name="expected"/>.</returns>
    public Task<ETag?> TryReplaceAsync(TableEntity entity, ETag expected, CancellationToken cancellationToken) =>
        TryWriteAsync(
            entity,
            () => table.UpdateEntityAsync(entity, expected, TableUpdateMode.Replace, cancellationToken),
            cancellationToken
        );

    /// <param name="expected">Default: in whatever state.</param>
    /// <returns>False: it is in another state. One that is gone already is no error.</returns>
    public Task<bool> TryRemoveAsync(
        string partitionKey,
        string rowKey,
        ETag expected,
        CancellationToken cancellationToken
    ) =>
        AzureGuard.TryAsync(
            "remove",
            NameOf(partitionKey, rowKey),
            async () =>
            {
                try
                {
                    await table.DeleteEntityAsync(partitionKey, rowKey, expected, cancellationToken);
                    return true;
                }
                catch (RequestFailedException refusal) when (IsOtherState(refusal))
                {
                    return false;
                }
            },
            cancellationToken
        );

    /// <returns>False: one of the conditions did not hold, nothing was changed by this attempt.</returns>
    public Task<bool> TrySubmitAsync(
        string resource,
        IReadOnlyList<TableTransactionAction> actions,
        CancellationToken cancellationToken
    ) =>
        AzureGuard.TryAsync(
            "write",
            resource,
            async () =>
            {
                try
                {
                    await table.SubmitTransactionAsync(actions, cancellationToken);
                    return true;
                }
                catch (TableTransactionFailedException refusal) when (IsOtherState(refusal))
                {
                    return false;
                }
            },
            cancellationToken
        );

    /// <summary>Entities of one partition in order of their row keys, from one that is included to one that is not.</summary>
    /// <param name="also">A further condition; null: all.</param>
    public Task<List<TableEntity>> ListAsync(
        EntityRange range,
        int limit,
        CancellationToken cancellationToken,
        string? also = null
    ) =>
        AzureGuard.TryAsync(
            "list",
            NameOf(range.PartitionKey, range.From),
            async () =>
            {
                var found = new List<TableEntity>();
                if (limit <= 0)
                {
                    return found;
                }

                var filter = range.Filter() + (also is null ? "" : $" and {also}");
                var pages = table.QueryAsync<TableEntity>(
                    filter,
                    Math.Min(limit, TableClient.MaxPerPage),
                    null,
                    cancellationToken
                );
                try
                {
                    await foreach (var entity in pages)
                    {
                        found.Add(entity);
                        if (found.Count == limit)
                        {
                            break;
                        }
                    }
                }
                catch (RequestFailedException none) when (none.ErrorCode == TableErrorCode.TableNotFound)
                {
                    return [];
                }

                return found;
            },
            cancellationToken
        );

    private Task<ETag?> TryWriteAsync(
        TableEntity entity,
        Func<Task<Response>> write,
        CancellationToken cancellationToken
    ) =>
        AzureGuard.TryAsync(
            "write",
            NameOf(entity.PartitionKey, entity.RowKey),
            async () =>
            {
                try
                {
                    return (await write()).Headers.ETag;
                }
                catch (RequestFailedException refusal) when (IsOtherState(refusal))
                {
                    return (ETag?)null;
                }
            },
            cancellationToken
        );

    /// <summary>Exists already, was changed, or is gone: the state is not the expected one. A missing table is no state.</summary>
    private static bool IsOtherState(RequestFailedException refusal) =>
        refusal.ErrorCode
            is TableErrorCode.EntityAlreadyExists
                or TableErrorCode.UpdateConditionNotSatisfied
                or TableErrorCode.ResourceNotFound;
}
