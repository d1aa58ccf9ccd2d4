using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Entities as JSON, each value that JSON cannot tell apart with its type beside it.</summary>
internal static class EntityWriter
{
    // Not for a web page: quotes need no six bytes here.
    private static readonly JsonWriterOptions Options = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var bytes = new ArrayBufferWriter<byte>(Room(entity));
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        json.WriteString("PartitionKey", entity.PartitionKey);
        json.WriteString("RowKey", entity.RowKey);
        foreach (var (name, value) in entity)
        {
            WriteProperty(json, name, value);
        }

        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>What makes a table of that name.</summary>
    public static ReadOnlyMemory<byte> WriteTableName(string name)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("TableName", name);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case long number:
                WriteTyped(json, name, EdmTypes.Int64, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case DateTimeOffset instant:
                WriteTyped(json, name, EdmTypes.DateTime, EdmText.Of(instant));
                break;
            case Guid guid:
                WriteTyped(json, name, EdmTypes.Guid, guid.ToString("D"));
                break;
            case byte[] bytes:
                json.WriteString(name + EdmTypes.Suffix, EdmTypes.Binary);
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new ArgumentException(
                    $"'{name}': tables have no type for {value.GetType().Name}.",
                    nameof(value)
                );
        }
    }

    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        json.WriteString(name + EdmTypes.Suffix, EdmTypes.Double);
        if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, EdmTypes.Special(number));
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + EdmTypes.Suffix, type);
        json.WriteString(name, value);
    }

    /// <summary>About what the entity takes, so that a large one is not copied while it grows.</summary>
    private static int Room(TableEntity entity) =>
        512
        + entity.Sum(property =>
            80 + ((property.Value as byte[])?.Length ?? 0) * 3 / 2 + ((property.Value as string)?.Length ?? 0)
        );
}
