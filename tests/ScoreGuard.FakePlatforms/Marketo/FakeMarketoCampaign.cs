using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>A smart campaign; its flow cannot be seen, as on Marketo.</summary>
/// <param name="Status">As Marketo says: <c>Active</c>, <c>Inactive</c>, <c>Recurring Run</c>, <c>Never Run</c>.</param>
/// <param name="Folder">Where it is.</param>
public sealed record FakeMarketoCampaign(int Id, string Name, string Type, string Status, (string Type, int Id) Folder)
{
    public bool IsRequestable { get; init; }

    public string UpdatedAt { get; init; } = "2026-01-05T10:00:00Z+0000";

    public string Qualification { get; init; } = "any";

    public string[] Triggers { get; init; } = [];

    /// <summary>Each a name, a condition's operator and its value.</summary>
    public (string Name, string Operator, string Value)[] Filters { get; init; } = [];

    internal JsonObject Listed() =>
        new()
        {
            ["id"] = Id,
            ["name"] = Name,
            ["description"] = "",
            ["createdAt"] = "2025-09-10T23:16:19Z+0000",
            ["updatedAt"] = UpdatedAt,
            ["folder"] = new JsonObject { ["id"] = Folder.Id, ["type"] = Folder.Type },
            ["status"] = Status,
            ["type"] = Type,
            ["isSystem"] = false,
            ["isActive"] = Status == "Active",
            ["isRequestable"] = IsRequestable,
            ["isCommunicationLimitEnabled"] = false,
            ["recurrence"] = new JsonObject { ["weekdayOnly"] = false },
            ["qualificationRuleType"] = Qualification,
            ["workspace"] = "Default",
            ["smartListId"] = Id + 10_000,
            ["flowId"] = Id + 20_000,
            ["computedUrl"] = $"https://app-fake.invalid/#SC{Id}A1",
        };

    internal JsonObject SmartList(bool withRules)
    {
        var list = new JsonObject
        {
            ["id"] = Id + 10_000,
            ["name"] = "Smart List",
            ["createdAt"] = "2025-09-10T23:16:19Z+0000",
            ["updatedAt"] = UpdatedAt,
            ["url"] = $"https://app-fake.invalid/#SL{Id}A1",
            ["folder"] = new JsonObject { ["id"] = Folder.Id, ["type"] = Folder.Type },
            ["workspace"] = "Default",
        };
        if (withRules)
        {
            list["rules"] = new JsonObject
            {
                ["filterMatchType"] = "all",
                ["triggers"] = new JsonArray([.. Triggers.Select(trigger => (JsonNode)trigger)]),
                ["filters"] = new JsonArray([.. Filters.Select((filter, at) => (JsonNode)Filter(filter, at + 1))]),
            };
        }

        return list;
    }

    private static JsonObject Filter((string Name, string Operator, string Value) filter, int id) =>
        new()
        {
            ["id"] = id,
            ["name"] = filter.Name,
            ["ruleTypeId"] = 1,
            ["ruleType"] = "Attribute",
            ["operator"] = "is",
            ["conditions"] = new JsonArray(
                new JsonObject
                {
                    ["activityAttributeId"] = id,
                    ["activityAttributeName"] = filter.Name,
                    ["operator"] = filter.Operator,
                    ["values"] = new JsonArray(filter.Value),
                    ["isPrimary"] = true,
                }
            ),
        };
}
