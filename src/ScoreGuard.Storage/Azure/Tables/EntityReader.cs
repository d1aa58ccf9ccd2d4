using System.Globalization;
using System.Text.Json;
using Azure;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Reads entities, typed, from JSON with minimal or full metadata.</summary>
internal static class EntityReader
{
    /// <exception cref="JsonException">It is no entity.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body)
        where T : TableEntity, new()
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        return ReadEntity<T>(ref json);
    }

    /// <summary>The entities of a page: <c>{"value":[…]}</c>.</summary>
    public static IReadOnlyList<T> ReadPage<T>(ReadOnlySpan<byte> body)
        where T : TableEntity, new()
    {
        var entities = new List<T>();
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isList = json.ValueTextEquals("value"u8);
            json.Read();
            if (!isList)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                entities.Add(ReadEntity<T>(ref json));
            }
        }

        return entities;
    }

    private static T ReadEntity<T>(ref Utf8JsonReader json)
        where T : TableEntity, new()
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An entity is expected.");
        }

        var entity = new T();
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (name.EndsWith(EdmTypes.Suffix, StringComparison.Ordinal))
            {
                types[name[..^EdmTypes.Suffix.Length]] = json.GetString()!;
            }
            else
            {
                Set(entity, name, ref json, types.GetValueOrDefault(name));
            }
        }

        return entity;
    }

    private static void Set(TableEntity entity, string name, ref Utf8JsonReader json, string? type)
    {
        switch (name)
        {
            case "PartitionKey":
                entity.PartitionKey = json.GetString()!;
                break;
            case "RowKey":
                entity.RowKey = json.GetString()!;
                break;
            case "Timestamp":
                entity.Timestamp = EdmText.ToInstant(json.GetString()!);
                break;
            case "odata.etag":
                entity.ETag = new ETag(json.GetString()!);
                break;
            case var _ when name.StartsWith("odata.", StringComparison.Ordinal):
                json.Skip();
                break;
            default:
                entity[name] = ReadValue(ref json, type);
                break;
        }
    }

    private static object? ReadValue(ref Utf8JsonReader json, string? type) =>
        json.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => ReadNumber(ref json, type),
            JsonTokenType.String => ReadText(ref json, type),
            _ => throw new JsonException("A property's value is expected."),
        };

    /// <summary>Without a type a number is a 32-bit one, unless it has a fraction.</summary>
    private static object ReadNumber(ref Utf8JsonReader json, string? type)
    {
        if (type == EdmTypes.Int64)
        {
            return json.GetInt64();
        }

        if (type != EdmTypes.Double && json.TryGetInt32(out var number))
        {
            return number;
        }

        return json.GetDouble();
    }

    private static object ReadText(ref Utf8JsonReader json, string? type) =>
        type switch
        {
            EdmTypes.Binary => json.GetBytesFromBase64(),
            EdmTypes.Int64 => long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            EdmTypes.DateTime => EdmText.ToInstant(json.GetString()!),
            EdmTypes.Guid => Guid.Parse(json.GetString()!),
            EdmTypes.Double => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            EdmTypes.Int32 => int.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            EdmTypes.Boolean => bool.Parse(json.GetString()!),
            _ => json.GetString()!,
        };
}
