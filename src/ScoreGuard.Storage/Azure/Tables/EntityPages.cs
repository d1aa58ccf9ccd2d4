using Azure;
using Azure.Core;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>The entities that a query finds, page by page; the service may end a page wherever it likes, also before its first.</summary>
internal sealed class EntityPages<T>(TableEndpoint endpoint, string table, EntityQuery query, CancellationToken stop)
    : AsyncPageable<T>(stop)
    where T : TableEntity, new()
{
    private const string NextPartitionKey = "x-ms-continuation-NextPartitionKey";
    private const string NextRowKey = "x-ms-continuation-NextRowKey";

    /// <summary>Between the two halves of a token; no header can hold it.</summary>
    private const char Between = '\n';

    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            using var message = endpoint.NewMessage(RequestMethod.Get, Path(continuationToken, pageSizeHint));
            var response = await endpoint.SendAsync(message, CancellationToken);
            continuationToken = Token(response);
            var entities = EntityReader.ReadPage<T>(response.Content.ToMemory().Span);
            yield return Page<T>.FromValues(entities, continuationToken, response);
        } while (continuationToken is not null);
    }

    private static string? Token(Response response) =>
        response.Headers.TryGetValue(NextPartitionKey, out var partition)
            ? response.Headers.TryGetValue(NextRowKey, out var row)
                ? $"{partition}{Between}{row}"
                : partition
            : null;

    private string Path(string? token, int? pageSizeHint)
    {
        var next = token?.Split(Between, 2);
        return $"{table}()"
            + TableUris.Query(
                ("$filter", query.Filter),
                ("$select", query.Select),
                ("$top", (pageSizeHint ?? query.MaxPerPage)?.ToString()),
                ("NextPartitionKey", next?[0]),
                ("NextRowKey", next is [_, var row] ? row : null)
            );
    }
}
