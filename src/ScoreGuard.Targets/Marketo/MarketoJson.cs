using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Reads and writes the bodies of Marketo's calls.</summary>
internal static class MarketoJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A request's <c>input</c>, of rows that were written before.</summary>
    public static void WriteInput(Utf8JsonWriter writer, IEnumerable<byte[]> rows)
    {
        writer.WriteStartArray("input");
        foreach (var row in rows)
        {
            writer.WriteRawValue(row);
        }

        writer.WriteEndArray();
    }

    public static void WriteProperty(Utf8JsonWriter writer, TargetProperty property)
    {
        writer.WritePropertyName(property.Name);
        WriteValue(writer, property.Value);
    }

    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(Shortest(number));
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            default:
                throw new ArgumentException($"A property is no {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>A value where Marketo takes texts only; empty for null.</summary>
    public static string TextOf(object? value) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            decimal number => Shortest(number).ToString(CultureInfo.InvariantCulture),
            _ => value as string ?? "",
        };

    /// <summary>A member's value as text; null where it is absent, null, an object or a list.</summary>
    public static string? FindText(JsonElement holder, string key) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(key, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            }
            : null;

    /// <summary>A member that is an id; null where it is anything else, for it becomes part of addresses.</summary>
    public static string? FindId(JsonElement holder, string key) =>
        FindText(holder, key) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? text
            : null;

    /// <summary>A member that is a list; empty where it is absent, as Marketo leaves <c>result</c> out where there is nothing.</summary>
    public static ImmutableArray<JsonElement> List(JsonElement holder, string key) =>
        holder.ValueKind == JsonValueKind.Object
        && holder.TryGetProperty(key, out var list)
        && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    /// <summary>A record's id as the number that Marketo takes.</summary>
    /// <exception cref="TargetFault">It is none: it cannot have come from Marketo.</exception>
    public static long IdOf(string record) =>
        long.TryParse(record, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new TargetFault(TargetFaultKind.Setup, "A record's id on Marketo is a number; this one is not.");

    /// <summary>Without zeros at the end: a whole number field takes 12 and not 12.0.</summary>
    private static decimal Shortest(decimal number) => number / 1.0000000000000000000000000000m;
}
