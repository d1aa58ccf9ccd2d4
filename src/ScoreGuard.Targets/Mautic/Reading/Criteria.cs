using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Pieces of the model's criteria.</summary>
internal static class Criteria
{
    public static JsonObject Is(string name, string value) => new() { [name] = new JsonObject { ["is"] = value } };

    public static JsonObject Not(string name, string value) =>
        new() { [name] = new JsonObject { ["not"] = new JsonObject { ["is"] = value } } };

    public static JsonObject Missing(string name, bool isMissing = true) =>
        new() { [name] = new JsonObject { ["missing"] = isMissing } };

    /// <summary>Null: of nothing, so always true.</summary>
    public static JsonObject? All(IReadOnlyList<JsonObject> parts) =>
        parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new() { ["all"] = new JsonArray([.. parts]) },
        };

    public static JsonObject Any(IReadOnlyList<JsonObject> parts) =>
        parts.Count == 1 ? parts[0] : new() { ["any"] = new JsonArray([.. parts]) };

    public static JsonObject Opposite(JsonObject criterion) => new() { ["not"] = criterion };
}
