using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Azure;

/// <summary>A sealed JSON document in an entity, with plain properties beside it for people and filters.</summary>
/// <remarks>The plain properties repeat the document; reading compares them, so that neither can be changed alone.</remarks>
internal sealed class EntityDocument<T>(
    JsonTypeInfo<T> type,
    Func<T, IEnumerable<(string Name, object? Value)>> columns
)
    where T : class
{
    /// <param name="content">The sealed document, from <see cref="Seal"/>.</param>
    /// <returns>Parts, to be written before the head.</returns>
    public ImmutableArray<TableEntity> Write(TableEntity head, T value, ReadOnlyMemory<byte> content)
    {
        foreach (var (name, column) in columns(value))
        {
            head[name] = column;
        }

        return Packing.PackText(head, content);
    }

    public byte[] Seal(T value) => SealedDocument.Write(value, type);

    /// <exception cref="StoreDamage">It is not what was written.</exception>
    public async Task<(T Value, byte[] Content)> ReadAsync(
        StoreTable table,
        TableEntity head,
        CancellationToken cancellationToken
    )
    {
        var resource = table.NameOf(head.PartitionKey, head.RowKey);
        var content = await Packing.UnpackAsync(table, head, cancellationToken);
        var value = SealedDocument.Read(content, type, resource);
        return columns(value).All(column => Equals(column.Value, head[column.Name]))
            ? (value, content)
            : throw AzureDamage.Altered(resource);
    }
}
