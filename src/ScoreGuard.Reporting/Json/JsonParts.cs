using System.Text.Json;

namespace ScoreGuard.Reporting.Json;

/// <summary>The few shapes that the report's JSON is made of.</summary>
internal static class JsonParts
{
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void WriteObjects<T>(
        this Utf8JsonWriter json,
        string name,
        IEnumerable<T> items,
        Action<Utf8JsonWriter, T> writeMembers
    )
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WritePoints(this Utf8JsonWriter json, string name, decimal? points)
    {
        if (points is { } known)
            json.WriteNumber(name, Normal(known));
        else
            json.WriteNull(name);
    }

    /// <summary>1.50 and 1.5 are one number and print as one.</summary>
    private static decimal Normal(decimal number) => number / 1.0000000000000000000000000000m;
}
