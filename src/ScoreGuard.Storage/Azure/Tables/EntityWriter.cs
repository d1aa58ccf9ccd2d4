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

    /// <exception cref="ArgumentException">Tables have no type for a property, or a key holds half of a character.</exception>
    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var bytes = new ArrayBufferWriter<byte>(Room(entity));
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        json.WriteString("PartitionKey", TableKeys.Checked(entity.PartitionKey));
        json.WriteString("RowKey", TableKeys.Checked(entity.RowKey));
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
            case DateTime { Kind: DateTimeKind.Utc } instant:
                WriteTyped(json, name, EdmTypes.DateTime, EdmText.Of(new DateTimeOffset(instant)));
                break;
            case DateTime:
                throw new ArgumentException(
                    $"'{name}': a DateTime must be of the kind Utc; DateTime.SpecifyKind says that one is.",
                    nameof(value)
                );
            case Guid guid:
                WriteTyped(json, name, EdmTypes.Guid, guid.ToString("D"));
                break;
            case byte[] bytes:
                json.WriteString(name + EdmTypes.Suffix, EdmTypes.Binary);
                json.WriteBase64String(name, bytes);
                break;
            case BinaryData bytes:
                json.WriteString(name + EdmTypes.Suffix, EdmTypes.Binary);
                json.WriteBase64String(name, bytes.ToMemory().Span);
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
            80
            + property.Value switch
            {
                byte[] bytes => bytes.Length * 3 / 2,
                BinaryData bytes => bytes.ToMemory().Length * 3 / 2,
                string text => text.Length,
                _ => 0,
            }
        );
}
