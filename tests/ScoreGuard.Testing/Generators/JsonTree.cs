using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Where something stands in a JSON tree: keys, and places in lists as digits.</summary>
internal sealed record TreePath(ImmutableArray<string> Keys)
{
    public string Last => Keys[^1];

    /// <summary>The key above the last, or nothing.</summary>
    public string Parent => Above(1);

    public string Above(int levels) => Keys.Length > levels ? Keys[^(levels + 1)] : "";
}

internal static class JsonTree
{
    /// <summary>Everything below the root, outer parts before their inner ones.</summary>
    public static IEnumerable<TreePath> Paths(JsonNode root) => Below(root, new([])).OrderBy(path => path.Keys.Length);

    public static JsonNode? Get(JsonNode root, TreePath path) =>
        path.Keys.Aggregate((JsonNode?)root, (node, key) => node is JsonArray list ? list[Place(key)] : node![key]);

    public static void Remove(JsonNode root, TreePath path)
    {
        var parent = Get(root, new(path.Keys[..^1]));
        if (parent is JsonArray list)
            list.RemoveAt(Place(path.Last));
        else
            parent!.AsObject().Remove(path.Last);
    }

    private static IEnumerable<TreePath> Below(JsonNode? node, TreePath path)
    {
        IEnumerable<(string Key, JsonNode? Node)> children = node switch
        {
            JsonObject mapping => mapping.Select(entry => (entry.Key, entry.Value)),
            JsonArray list => list.Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            var below = new TreePath(path.Keys.Add(key));
            yield return below;
            foreach (var deeper in Below(child, below))
                yield return deeper;
        }
    }

    private static int Place(string key) => int.Parse(key, CultureInfo.InvariantCulture);
}
