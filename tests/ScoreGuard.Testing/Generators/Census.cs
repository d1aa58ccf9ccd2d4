using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Which constructs of the specification a model or a lead holds, by name.</summary>
public static class Census
{
    private static readonly string[] Signs = [">=", "<=", "!=", ">", "<"];

    /// <summary>
    /// <c>rule:limit.points</c>, <c>transition:on</c>, <c>criterion:did</c>, <c>number:between</c> (a matcher on a field of
    /// that type), <c>where:list</c>, <c>field:bands</c>… each once.
    /// </summary>
    public static IReadOnlySet<string> OfModel(GeneratedCase generated)
    {
        var model = JsonNode.Parse(generated.ModelJson)!.AsObject();
        return JsonTree.Paths(model).SelectMany(path => Constructs(model, path)).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Constructs(JsonObject model, TreePath path)
    {
        var node = JsonTree.Get(model, path);
        if (CriterionDepth(path) is var depth && depth >= 0)
            return InCriteria(model, path, node, isWhere: path.Keys[depth] == "where", path.Keys.Length == depth + 2);
        return path.Keys switch
        {
            [var section] => ["section:" + section],
            ["fields", _, "type"] => ["field:" + node],
            ["fields", _, var key] => ["field:" + key],
            ["fields", _, "patterns", _, var key] => ["pattern:" + key],
            ["scores", _, "rules", _, "on"] => ["on:" + (node is JsonArray ? "list" : OnKind(node!.ToString()))],
            ["scores", _, "rules", _, var key] => ["rule:" + key],
            ["scores", _, "rules", _, "limit" or "count" or "decay", var key] => [$"rule:{path.Parent}.{key}"],
            ["scores", _, "groups", _, var key] => ["group:" + key],
            ["scores", _, "sum", "sum1"] => ["dimension:sum of sums"],
            ["scores", _, var key] => ["dimension:" + key],
            ["lifecycle", "transitions", _, "from"] =>
            [
                "from:"
                    + (
                        node is JsonArray ? "list"
                        : node!.ToString() == "any" ? "any"
                        : "stage"
                    ),
            ],
            ["lifecycle", "transitions", _, var key] => ["transition:" + key],
            ["routing", "rules", _, var key] => ["route:" + key],
            ["routing", "default"] => ["route:default"],
            ["calendars", _, "timezone"] => ["zone:" + node],
            ["sla", _, var key] => ["sla:" + key],
            _ => [],
        };
    }

    private static string OnKind(string on) => on is "any" or "idle" or "midnight" or "attribute_change" ? on : "type";

    /// <summary>Where on the path the innermost criteria begin; −1 outside of criteria.</summary>
    private static int CriterionDepth(TreePath path)
    {
        for (var i = path.Keys.Length - 2; i >= 0; i--)
        {
            if (path.Keys[i] is "when" or "where" || (i == 1 && path.Keys[0] == "segments"))
                return i;
        }
        return -1;
    }

    private static IEnumerable<string> InCriteria(
        JsonObject model,
        TreePath path,
        JsonNode? node,
        bool isWhere,
        bool isTop
    )
    {
        if (path.Parent == "did")
            yield return "did:" + path.Last;
        if (path.Last is "all" or "any" or "not" or "segment" or "stage" or "grade" or "did")
        {
            yield return (isWhere ? "where:" : "criterion:") + path.Last;
            if (!isTop)
                yield return "criterion:nested";
        }
        var prefix = path.Last.Split('.')[0];
        if (path.Last.Contains('.', StringComparison.Ordinal) && prefix is "score" or "label" or "visits")
            yield return "criterion:" + prefix;
        var subject =
            isWhere && Vocabulary.Properties.Contains(path.Last, StringComparer.Ordinal)
                ? "where"
                : FieldType(model, path.Last);
        if (subject is null)
            yield break;
        foreach (var form in Forms(node))
            yield return $"{subject}:{form}";
    }

    private static string? FieldType(JsonObject model, string name) => model["fields"]?[name]?["type"]?.ToString();

    private static IEnumerable<string> Forms(JsonNode? matcher) =>
        matcher switch
        {
            JsonArray => ["list"],
            JsonObject { Count: 0 } => ["empty"],
            JsonObject mapping => mapping.Select(part =>
                part.Key == "in" && part.Value is not JsonArray ? "in named" : part.Key
            ),
            JsonValue value
                when value.TryGetValue<string>(out var text)
                    && Array.Find(Signs, s => text.StartsWith(s, StringComparison.Ordinal)) is { } sign => [sign],
            _ => ["equal"],
        };
}
