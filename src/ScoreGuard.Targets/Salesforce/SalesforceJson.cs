using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Salesforce's JSON, read without trusting it.</summary>
internal static class SalesforceJson
{
    public static string? Text(JsonElement of, string name) =>
        Find(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Names of fields are the same in any case; an answer spells them as the org does, not as they were asked for.</summary>
    public static JsonElement? Find(JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in of.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>A field's value as text: <c>45</c> also where Salesforce writes 45.0; null: it has none.</summary>
    public static string? Value(JsonElement record, string path)
    {
        JsonElement? at = record;
        foreach (var step in path.Split('.'))
        {
            at = at is { } here ? Find(here, step) : null;
        }

        return at switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var value)
                ? NumberText.Format(value)
                : number.GetRawText(),
            { ValueKind: JsonValueKind.True } => "true",
            { ValueKind: JsonValueKind.False } => "false",
            _ => null,
        };
    }

    /// <summary>A record to be written.</summary>
    public static JsonObject Record(string type, IEnumerable<TargetProperty> properties)
    {
        var record = new JsonObject { ["attributes"] = new JsonObject { ["type"] = type } };
        foreach (var property in properties)
        {
            record[property.Name] = property.Value switch
            {
                null => null,
                decimal number => JsonValue.Create(number),
                bool flag => JsonValue.Create(flag),
                var text => JsonValue.Create(text.ToString()),
            };
        }

        return record;
    }
}
