using System.Text.Json;

namespace ScoreGuard.Targets.Marketo;

/// <summary>A smart campaign as the API lists it.</summary>
/// <param name="Listed">Its record in the list of campaigns.</param>
/// <param name="Rules">Its smart list's rules; undefined: it has none, or they were not read.</param>
internal sealed record MarketoCampaign(JsonElement Listed, JsonElement Rules)
{
    private static readonly string[] LiveStatuses = ["Active", "Recurring Run", "Single Run", "Requested"];

    public int Id => MarketoNames.FindId(Text("id")) ?? 0;

    public string Name => Text("name");

    public string Type => Text("type");

    public string Status => Text("status");

    public string UpdatedAt => Text("updatedAt");

    /// <summary>It waits for its triggers, or a run of it is scheduled: it can change scores.</summary>
    public bool IsLive => Text("isActive") == "true" || LiveStatuses.Contains(Status);

    /// <summary>Where tokens that its flow uses may be.</summary>
    public IEnumerable<MarketoFolder> Folders()
    {
        if (
            Listed.TryGetProperty("folder", out var folder)
            && MarketoNames.FindId(MarketoJson.FindText(folder, "id") ?? "") is { } id
        )
        {
            var type = MarketoJson.FindText(folder, "type") ?? "";
            yield return new(type.Equals("Program", StringComparison.OrdinalIgnoreCase) ? "Program" : "Folder", id);
        }

        if (MarketoNames.FindId(Text("parentProgramId")) is { } program)
        {
            yield return new("Program", program);
        }
    }

    private string Text(string key) => MarketoJson.FindText(Listed, key) ?? "";
}
