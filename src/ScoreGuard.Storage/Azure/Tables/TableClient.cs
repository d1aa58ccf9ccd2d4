using Azure;
using Azure.Core;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>One table. Safe for many threads.</summary>
/// <remarks>
/// Requests are repeated when no answer came. An insert that was done all the same is then refused as existing (409), a
/// conditional write as changed (412): whoever cares reads back and compares.
/// </remarks>
public sealed class TableClient
{
    /// <summary>Entities in one page unless fewer are asked for; the service gives no more.</summary>
    public const int MaxPerPage = 1000;

    private readonly TableEndpoint _endpoint;

    internal TableClient(string name, TableEndpoint endpoint)
    {
        Name = name;
        _endpoint = endpoint;
    }

    public string Name { get; }

    /// <summary>A filter whose holes are spelled as literals: <c>$"PartitionKey eq {key}"</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Of(filter);

    /// <summary>Does nothing where the table exists.</summary>
    public async Task<Response> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var body = EntityWriter.WriteTableName(Name);
        using var message = _endpoint.NewMessage(RequestMethod.Post, "Tables", body);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return await _endpoint.SendAsync(message, cancellationToken, TableErrorCode.TableAlreadyExists);
    }

    /// <summary>Deletes the table; nothing happens where there is none.</summary>
    public async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.NewMessage(RequestMethod.Delete, TableUris.Table(Name));
        return await _endpoint.SendAsync(message, cancellationToken, TableErrorCode.ResourceNotFound);
    }

    /// <exception cref="RequestFailedException">There is no such entity (404), or the service refused otherwise.</exception>
    public async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
        where T : TableEntity, new() =>
        Found<T>(await SendGetAsync(partitionKey, rowKey, select, null, cancellationToken));

    /// <summary>The entity, or no value where there is none; a table that does not exist is refused.</summary>
    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
        where T : TableEntity, new()
    {
        var expected = TableErrorCode.ResourceNotFound;
        var response = await SendGetAsync(partitionKey, rowKey, select, expected, cancellationToken);
        return response.IsError ? new NoEntity<T>(response) : Found<T>(response);
    }

    /// <exception cref="RequestFailedException"><see cref="TableErrorCode.EntityAlreadyExists"/> (409) among others.</exception>
    public async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : TableEntity
    {
        using var message = _endpoint.NewMessage(RequestMethod.Post, Name, EntityWriter.Write(entity));
        message.Request.Headers.Add("Prefer", "return-no-content");
        return await _endpoint.SendAsync(message, cancellationToken);
    }

    /// <summary>Writes the entity whether or not it exists.</summary>
    public Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    )
        where T : TableEntity => WriteAsync(entity, default, mode, cancellationToken);

    /// <exception cref="RequestFailedException"><see cref="TableErrorCode.UpdateConditionNotSatisfied"/> (412) among others.</exception>
    public Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    )
        where T : TableEntity => WriteAsync(entity, ifMatch == default ? ETag.All : ifMatch, mode, cancellationToken);

    /// <summary>Deletes an entity; nothing happens where there is none.</summary>
    public async Task<Response> DeleteEntityAsync(
        string partitionKey,
        string rowKey,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default
    )
    {
        var path = TableUris.Entity(Name, partitionKey, rowKey);
        using var message = _endpoint.NewMessage(RequestMethod.Delete, path);
        message.Request.Headers.Add("If-Match", Condition(ifMatch));
        return await _endpoint.SendAsync(message, cancellationToken, TableErrorCode.ResourceNotFound);
    }

    /// <param name="filter">In OData, best made by <see cref="CreateQueryFilter"/>; null: every entity.</param>
    /// <param name="maxPerPage">At most <see cref="MaxPerPage"/>, which is the default; pages follow until there are no more.</param>
    /// <param name="select">The properties wanted; null: all.</param>
    public AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
        where T : TableEntity, new() =>
        new EntityPages<T>(_endpoint, Name, new(filter, maxPerPage, Joined(select)), cancellationToken);

    /// <summary>Does all of <paramref name="actions"/> or none of them.</summary>
    /// <param name="actions">At most 100 on different entities of one partition, 4 MiB together.</param>
    /// <returns>One response an action, in their order.</returns>
    /// <exception cref="TableTransactionFailedException">One of them was refused, or all.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> actions,
        CancellationToken cancellationToken = default
    )
    {
        var batch = BatchWriter.Write(_endpoint, Name, [.. actions]);
        using var message = _endpoint.NewBareMessage(RequestMethod.Post, "$batch");
        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Headers.Add("Content-Type", batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Body);
        Response response;
        try
        {
            response = await _endpoint.SendAsync(message, cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal is not TableTransactionFailedException)
        {
            throw new TableTransactionFailedException(refusal, null);
        }

        return Response.FromValue(BatchReader.Read(response, batch.Actions), response);
    }

    private static Response<T> Found<T>(Response response)
        where T : TableEntity, new()
    {
        var entity = EntityReader.Read<T>(response.Content.ToMemory().Span);
        if (entity.ETag == default && response.Headers.ETag is { } tag)
        {
            entity.ETag = tag;
        }

        return Response.FromValue(entity, response);
    }

    internal static string Condition(ETag ifMatch) => ifMatch == default ? "*" : ifMatch.ToString("H");

    private static string? Joined(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private async Task<Response> SendGetAsync(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select,
        string? expected,
        CancellationToken cancellationToken
    )
    {
        var path = TableUris.Entity(Name, partitionKey, rowKey) + TableUris.Query(("$select", Joined(select)));
        using var message = _endpoint.NewMessage(RequestMethod.Get, path);
        return await _endpoint.SendAsync(message, cancellationToken, expected);
    }

    /// <param name="ifMatch">Default: insert where there is none.</param>
    private async Task<Response> WriteAsync(
        TableEntity entity,
        ETag ifMatch,
        TableUpdateMode mode,
        CancellationToken cancellationToken
    )
    {
        var path = TableUris.Entity(Name, entity.PartitionKey, entity.RowKey);
        var method = mode == TableUpdateMode.Merge ? Merge : RequestMethod.Put;
        using var message = _endpoint.NewMessage(method, path, EntityWriter.Write(entity));
        if (ifMatch != default)
        {
            message.Request.Headers.Add("If-Match", Condition(ifMatch));
        }

        return await _endpoint.SendAsync(message, cancellationToken);
    }

    internal static RequestMethod Merge { get; } = RequestMethod.Parse("MERGE");
}
