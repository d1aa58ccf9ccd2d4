using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>The configuration as one stable text: sorted, without what changes by itself, without secrets.</summary>
internal static class MauticSnapshot
{
    /// <summary>Who touched it when, how often it was used, how it looks in the builder.</summary>
    private static readonly HashSet<string> Passing =
    [
        "dateAdded",
        "dateModified",
        "createdBy",
        "createdByUser",
        "modifiedBy",
        "modifiedByUser",
        "checkedOut",
        "checkedOutBy",
        "checkedOutByUser",
        "lastBuiltDate",
        "lastBuiltTime",
        "submissionCount",
        "leadCount",
        "contactCount",
        "cachedHtml",
        "canvasSettings",
        "htmlOutput",
        "color",
    ];

    private static readonly string[] Secret =
    [
        "password",
        "secret",
        "token",
        "authorization",
        "apikey",
        "api_key",
        "headers",
        "additional_data",
        "_url_params",
    ];

    public static string Canonical(MauticConfiguration configuration)
    {
        var root = new JsonObject();
        foreach (var list in MauticList.All.OrderBy(list => list.Name, StringComparer.Ordinal))
        {
            root[list.Name] = new JsonArray([.. configuration.All(list).Select(Sorted)]);
        }

        return root.ToJsonString();
    }

    private static JsonNode? Sorted(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => new JsonArray([.. InOrder(element.EnumerateArray()).Select(Sorted)]),
            JsonValueKind.Object when IsListByKey(element) => new JsonArray([
                .. InOrder(element.EnumerateObject().Select(member => member.Value)).Select(Sorted),
            ]),
            JsonValueKind.Object => SortedObject(element),
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            _ => JsonNode.Parse(element.GetRawText()),
        };

    private static JsonNode SortedObject(JsonElement element)
    {
        var sorted = new JsonObject();
        foreach (
            var member in element
                .EnumerateObject()
                .Where(member => !Passing.Contains(member.Name))
                .OrderBy(member => member.Name, StringComparer.Ordinal)
        )
        {
            sorted[member.Name] = IsSecret(member.Name) ? "hidden" : Sorted(member.Value);
        }

        // PHP writes an empty list and an empty object alike.
        return sorted.Count == 0 ? new JsonArray() : sorted;
    }

    private static bool IsSecret(string name) =>
        Secret.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>A list whose keys are the ids of its items, in the order in which somebody saved them.</summary>
    private static bool IsListByKey(JsonElement element) =>
        element.EnumerateObject().Any()
        && element.EnumerateObject().All(member => member.Value.Find("id").AsText() == member.Name);

    /// <summary>Things with an order or an id by these, all else as it stands: an order may mean something.</summary>
    private static IEnumerable<JsonElement> InOrder(IEnumerable<JsonElement> items) =>
        items.OrderBy(item => item.Find("order").AsWhole() ?? 0).ThenBy(item => item.Find("id").AsWhole() ?? 0);
}
