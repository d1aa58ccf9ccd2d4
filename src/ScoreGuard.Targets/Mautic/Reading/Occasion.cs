using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Activities of leads on which something happens on Mautic.</summary>
/// <param name="Activity">Their type.</param>
/// <param name="Where">Over their properties, as the model writes it; null: all of the type.</param>
internal sealed record Occasion(string Activity, JsonObject? Where)
{
    public string WhereText => Where?.ToJsonString() ?? "";

    public JsonObject? NewWhere() => (JsonObject?)Where?.DeepClone();

    /// <summary>A criterion: a lead did it already.</summary>
    public JsonObject Did()
    {
        var did = new JsonObject { ["activity"] = Activity };
        if (NewWhere() is { } where)
        {
            did["where"] = where;
        }

        return new() { ["did"] = did };
    }
}
