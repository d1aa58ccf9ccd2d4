using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Azure;

/// <param name="From">The first row key.</param>
/// <param name="To">The first row key behind the range.</param>
internal readonly record struct EntityRange(string PartitionKey, string From, string To)
{
    /// <summary>Rows whose keys begin with <paramref name="prefix"/>.</summary>
    public static EntityRange Of(string partitionKey, string prefix) =>
        new(partitionKey, prefix, prefix[..^1] + (char)(prefix[^1] + 1));

    public string Filter() =>
        TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey} and RowKey ge {From} and RowKey lt {To}");
}
