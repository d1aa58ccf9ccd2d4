using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Models with one part less that are still valid: the part was optional and nothing names it.</summary>
internal static class ModelShrinking
{
    private static readonly HashSet<string> Sections =
    [
        "fields",
        "lists",
        "segments",
        "scores",
        "labels",
        "grade",
        "lifecycle",
        "routing",
        "calendars",
        "sla",
    ];

    /// <summary>Keys that may be absent wherever they stand outside of criteria.</summary>
    private static readonly HashSet<string> Optional =
    [
        "alert",
        "calendar",
        "changed",
        "count",
        "decay",
        "default",
        "enabled",
        "every",
        "expires",
        "group",
        "groups",
        "halfLife",
        "keep",
        "limit",
        "max",
        "min",
        "note",
        "notOf",
        "of",
        "once",
        "per",
        "reset",
        "restart",
        "rules",
        "start",
        "synonyms",
        "transitions",
        "unscored",
        "when",
        "where",
    ];

    public static IEnumerable<JsonObject> Smaller(JsonObject model) => SmallerAt(model, _ => true);

    /// <summary>Without one of the parts at the paths that <paramref name="isMeant"/> picks.</summary>
    public static IEnumerable<JsonObject> SmallerAt(JsonObject model, Func<TreePath, bool> isMeant)
    {
        foreach (var path in JsonTree.Paths(model).Where(path => isMeant(path) && IsOptional(model, path)))
        {
            var smaller = model.DeepClone().AsObject();
            JsonTree.Remove(smaller, path);
            // A given field is simpler than a derived one.
            if (path.Last == "from")
                _ =
                    smaller["fields"]![path.Parent]!.AsObject().Remove("patterns")
                    || smaller["fields"]![path.Parent]!.AsObject().Remove("bands");
            if (!Mentions.AnyOf(smaller, Defined(model, path)))
                yield return smaller;
        }
    }

    private static bool IsOptional(JsonObject model, TreePath path)
    {
        var container = JsonTree.Get(model, new(path.Keys[..^1]));
        if (container is JsonArray list)
            return path.Parent is "rules" or "transitions" || (list.Count > 1 && path.Parent != "between");
        if (IsInCriteria(path))
            return path is not { Parent: "did", Last: "activity" };
        return path.Keys switch
        {
            [var section] => Sections.Contains(section),
            ["fields" or "lists" or "segments" or "scores" or "calendars", _] => true,
            ["labels", _] or ["labels", _, _] or ["grade", _, "bands", _] => container!.AsObject().Count > 1,
            ["scores", _, "groups", _] => true,
            ["scores", _, "sum", _] => container!.AsObject().Count > 1,
            ["fields", _, "from"] => true,
            ["scores", .., "when"] => container!["on"] is not null,
            ["lifecycle", "transitions", _, "after"] => true,
            ["lifecycle", "transitions", _, "on"] => container!["where"] is null,
            ["lifecycle", "start"] => false,
            [.., "decay", _] => false,
            [.., "count", "within"] => true,
            [.., "limit", "times" or "points"] => container!["times"] is not null && container["points"] is not null,
            [.., var last] => Optional.Contains(last),
            _ => false,
        };
    }

    private static bool IsInCriteria(TreePath path) =>
        path.Keys is ["segments", _, _, ..] || path.Keys[..^1].Any(key => key is "when" or "where");

    /// <summary>The names that are no longer there when the part is removed.</summary>
    private static IEnumerable<string> Defined(JsonObject model, TreePath path)
    {
        var removed = JsonTree.Get(model, path);
        return path.Keys switch
        {
            ["labels" or "grade", ..] => path.Keys switch
            {
                ["labels", var dimension, var label] => [label, dimension + "." + label],
                ["labels", var dimension] => ["label." + dimension],
                ["labels"] => removed!.AsObject().Select(labels => "label." + labels.Key),
                _ => ["grade"],
            },
            ["lifecycle"] => ["stage", "visits", "routing", "sla"],
            ["lifecycle", "stages", _] => [removed!.GetValue<string>()],
            ["scores", _, "groups"] => removed!.AsObject().Select(group => group.Key),
            ["fields" or "lists" or "segments" or "scores" or "calendars"] => removed!
                .AsObject()
                .Select(part => part.Key),
            ["fields" or "lists" or "segments" or "scores" or "calendars", var name] => [name],
            ["scores", _, "groups", var group] => [group],
            _ => [],
        };
    }
}
