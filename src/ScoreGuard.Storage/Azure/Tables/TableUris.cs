namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Parts of request lines. Keys are text of any kind: quotes are doubled, the rest is percent-encoded.</summary>
internal static class TableUris
{
    public static string Entity(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey={Key(partitionKey)},RowKey={Key(rowKey)})";

    public static string Table(string table) => $"Tables({Key(table)})";

    public static string Query(params ReadOnlySpan<(string Name, string? Value)> options)
    {
        var query = "";
        foreach (var (name, value) in options)
        {
            if (value is not null)
            {
                query += $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
            }
        }

        return query;
    }

    private static string Key(string key) =>
        $"'{Uri.EscapeDataString(TableKeys.Checked(key).Replace("'", "''", StringComparison.Ordinal))}'";
}
