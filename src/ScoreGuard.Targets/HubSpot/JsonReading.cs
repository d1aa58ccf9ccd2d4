using System.Text.Json;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Reads JSON that may be anything: what is missing or of another kind is absent, never an exception.</summary>
internal static class JsonReading
{
    public static bool TryGet(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out value)
            && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>A text, or a number as it is written.</summary>
    public static string? FindText(this JsonElement element, string name) =>
        element.TryGet(name, out var value) ? value.AsText() : null;

    /// <summary>A text that says something.</summary>
    public static string? FindName(this JsonElement element, string name) =>
        element.FindText(name)?.Trim() is { Length: > 0 } text ? text : null;

    public static string? AsText(this JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    public static decimal? FindNumber(this JsonElement element, string name) =>
        element.TryGet(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDecimal(out var number)
            ? number
            : null;

    public static bool IsTrue(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The items of an array; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
