using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Whether a model names something, anywhere. Rather too often than too seldom: generated names are distinct.</summary>
internal static class Mentions
{
    public static bool AnyOf(JsonObject model, IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length > 0
            && JsonTree
                .Paths(model)
                .Any(path => all.Any(name => Is(path, name) || IsValue(JsonTree.Get(model, path), name)));
    }

    /// <summary>As a key, or in one: <c>score.fit</c> and <c>visits.New</c> mention both of their halves.</summary>
    private static bool Is(TreePath path, string name)
    {
        // The grade of a criterion, not the section.
        if (name == "grade" && path.Keys.Length == 1)
            return false;
        return path.Last.Equals(name, StringComparison.OrdinalIgnoreCase)
            || path.Last.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)
            || path.Last.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>As a value, also behind a comparison sign.</summary>
    private static bool IsValue(JsonNode? node, string name) =>
        node is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.TrimStart('<', '>', '=', '!').Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
