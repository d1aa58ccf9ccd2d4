using System.Collections;
using Azure;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>
/// Two keys and up to 252 properties by name. Values are <see cref="string"/>, <see cref="int"/>, <see cref="long"/>,
/// <see cref="double"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/>, <see cref="Guid"/> or <see cref="byte"/>[]; a UTC
/// <see cref="DateTime"/> and <see cref="BinaryData"/> can be set, too; they are read back as <see cref="DateTimeOffset"/> and bytes.
/// </summary>
public class TableEntity : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> _properties = new(StringComparer.Ordinal);

    public TableEntity() { }

    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    /// <summary>When the service last wrote it; null before that.</summary>
    public DateTimeOffset? Timestamp { get; internal set; }

    /// <summary>The state that was read; empty for one that was not.</summary>
    public ETag ETag { get; internal set; }

    /// <summary>Without keys and timestamp, in the order in which they were set.</summary>
    public int Count => _properties.Count;

    /// <summary>Null where there is no such property; a property set to null is not stored.</summary>
    public object? this[string name]
    {
        get => _properties.GetValueOrDefault(name);
        set => _properties[name] = value;
    }

    public void Add(string name, object? value) => _properties.Add(name, value);

    public bool Remove(string name) => _properties.Remove(name);

    public string? GetString(string name) => Get<string>(name);

    public byte[]? GetBinary(string name) => this[name] is BinaryData bytes ? bytes.ToArray() : Get<byte[]>(name);

    public BinaryData? GetBinaryData(string name) =>
        this[name] is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(name);

    public int? GetInt32(string name) => Get<int?>(name);

    public long? GetInt64(string name) => Get<long?>(name);

    public double? GetDouble(string name) => Get<double?>(name);

    public bool? GetBoolean(string name) => Get<bool?>(name);

    public DateTimeOffset? GetDateTimeOffset(string name) =>
        this[name] is DateTime instant ? new DateTimeOffset(instant) : Get<DateTimeOffset?>(name);

    /// <summary>In UTC.</summary>
    public DateTime? GetDateTime(string name) =>
        this[name] is DateTimeOffset instant ? instant.UtcDateTime : Get<DateTime?>(name);

    public Guid? GetGuid(string name) => Get<Guid?>(name);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T? Get<T>(string name) =>
        this[name] switch
        {
            null => default,
            T value => value,
            var other => throw new InvalidOperationException($"'{name}' is of type {other.GetType().Name}."),
        };
}
