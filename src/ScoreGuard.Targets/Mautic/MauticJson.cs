using System.Globalization;
using System.Text.Json;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Mautic's JSON as PHP writes it: a list is an array, or an object by key; an empty object is an empty array.</summary>
internal static class MauticJson
{
    /// <summary>A member; undefined where there is none.</summary>
    public static JsonElement Find(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A text or number as text, a boolean as 1 or 0; null for all else.</summary>
    public static string? AsText(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            _ => null,
        };

    public static int? AsWhole(this JsonElement element) =>
        int.TryParse(element.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : null;

    /// <summary>Whether PHP takes it for true.</summary>
    public static bool IsTruthy(this JsonElement element) => element.AsText() is not (null or "" or "0");

    /// <summary>The items of a list with their keys: positions in an array, names in an object.</summary>
    public static IEnumerable<(string Key, JsonElement Item)> Items(this JsonElement list) =>
        list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray()
                .Select((item, at) => (at.ToString(CultureInfo.InvariantCulture), item)),
            JsonValueKind.Object => list.EnumerateObject().Select(member => (member.Name, member.Value)),
            _ => [],
        };

    /// <summary>The ids that a list of numbers, of texts or of objects with an <c>id</c> holds.</summary>
    public static IReadOnlyList<string> Ids(this JsonElement list) =>
        [
            .. list.Items()
                .Select(item => item.Item.AsText() ?? item.Item.Find("id").AsText())
                .OfType<string>()
                .Where(id => id.Length > 0),
        ];
}
