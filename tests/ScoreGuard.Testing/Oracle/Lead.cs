using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

internal sealed record Activity(string Type, long At, IReadOnlyDictionary<string, JsonElement> Properties);

internal sealed record Lead(
    string Id,
    long CreatedAt,
    IReadOnlyDictionary<string, JsonElement> Attributes,
    IReadOnlyList<Activity> Activities
)
{
    public static Lead Read(JsonElement lead) =>
        new(
            lead.Text("id"),
            Times.Instant(lead.Text("createdAt")),
            Mapping(lead, "attributes"),
            // OrderBy is stable: equal instants stay in file order.
            [
                .. lead.Items("activities")
                    .Select(activity => new Activity(
                        activity.Text("type"),
                        Times.Instant(activity.Text("at")),
                        Mapping(activity, "properties")
                    ))
                    .OrderBy(activity => activity.At),
            ]
        );

    private static Dictionary<string, JsonElement> Mapping(JsonElement element, string key) =>
        element.Entries(key).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
}
