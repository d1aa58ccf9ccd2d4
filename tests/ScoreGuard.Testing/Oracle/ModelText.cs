using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Looking things up in the model's own text.</summary>
internal static class ModelText
{
    public static JsonElement? Find(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var found) ? found : null;

    public static JsonElement Get(this JsonElement element, string key) => element.GetProperty(key);

    public static string Text(this JsonElement element, string key) => element.GetProperty(key).GetString()!;

    /// <summary>The entries of a mapping, in document order; none where it is absent.</summary>
    public static IEnumerable<JsonProperty> Entries(this JsonElement element, string key) =>
        element.Find(key) is { } mapping ? mapping.EnumerateObject() : [];

    /// <summary>The items of a list, in document order; none where it is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string key) =>
        element.Find(key) is { } list ? list.EnumerateArray() : [];

    /// <summary>One name, or a list of names.</summary>
    public static string[] Names(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().Select(name => name.GetString()!)]
            : [element.GetString()!];

    public static string[] Names(this JsonElement element, string key) => element.Find(key)?.Names() ?? [];

    public static long? Duration(this JsonElement element, string key) =>
        element.Find(key) is { } duration ? Times.Duration(duration.GetString()!) : null;

    public static ExactNumber? Number(this JsonElement element, string key) =>
        element.Find(key) is { } number ? ExactNumber.Read(number.GetRawText()) : null;

    public static bool Flag(this JsonElement element, string key) =>
        element.Find(key) is { ValueKind: JsonValueKind.True };

    /// <summary>The rules that are not switched off, with their dimension, in document order.</summary>
    public static IEnumerable<(string Dimension, JsonElement Rule)> Rules(this JsonElement model) =>
        from dimension in model.Entries("scores")
        from rule in dimension.Value.Items("rules")
        where rule.Find("enabled") is not { ValueKind: JsonValueKind.False }
        select (dimension.Name, rule);

    public static bool IsAttributeRule(this JsonElement rule) => rule.Find("on") is null;

    /// <summary>Whether a rule or transition that names activity types takes an activity of this type.</summary>
    public static bool Takes(this JsonElement element, string key, string type) =>
        element.Names(key) is var names && (names is ["any"] || names.Contains(type, StringComparer.Ordinal));
}
