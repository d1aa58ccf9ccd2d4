using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>What can be read of lead scores and of properties.</summary>
internal static class HubSpotScorePages
{
    private const string Scores = "marketing/lead-scoring/2026-09-beta/scores";

    /// <summary>Null: there is no such page.</summary>
    public static HubSpotReply? Answer(FakeHubSpot fake, string path, IQueryCollection query) =>
        path.Split('/') switch
        {
            _ when path == Scores => List(fake, query),
            _ when path == "crm/v3/properties/contacts" => Properties(fake),
            ["marketing", "lead-scoring", "2026-09-beta", "scores", var id] => One(fake.Scores, id),
            ["marketing", "lead-scoring", "2026-09-beta", "scores", var id, "draft"] => One(fake.Drafts, id),
            _ => null,
        };

    private static HubSpotReply One(IDictionary<string, string> scores, string id) =>
        scores.TryGetValue(id, out var json)
            ? HubSpotReply.Ok(JsonNode.Parse(json)!)
            : HubSpotReply.Missing($"No score {id}.");

    private static HubSpotReply List(FakeHubSpot fake, IQueryCollection query)
    {
        var limit = int.TryParse(query["limit"], out var asked) ? asked : 10;
        var after = int.TryParse(query["after"], out var begin) ? begin : 0;
        string[] ids = [.. fake.Scores.Keys.Union(fake.Drafts.Keys).Order(StringComparer.Ordinal)];
        var page = new JsonObject
        {
            ["results"] = new JsonArray([
                .. ids.Skip(after)
                    .Take(limit)
                    .Select(id =>
                        (JsonNode)Fragment(
                            JsonNode.Parse(
                                (fake.Scores.TryGetValue(id, out var published) ? published : fake.Drafts[id])
                            )!
                        )
                    ),
            ]),
        };
        if (after + limit < ids.Length)
        {
            page["paging"] = new JsonObject
            {
                ["next"] = new JsonObject
                {
                    ["after"] = $"{after + limit}",
                    ["link"] = "https://elsewhere.invalid/next",
                },
            };
        }

        return HubSpotReply.Ok(page);
    }

    private static JsonObject Fragment(JsonNode score) =>
        new()
        {
            ["id"] = score["id"]!.DeepClone(),
            ["name"] = score["name"]!.DeepClone(),
            ["scoreType"] = score["scoreType"]!.DeepClone(),
            ["scoredObjectTypeId"] = score["objectTypeId"]!.DeepClone(),
            ["lastConfigurationChangeTimestamp"] = "2026-11-01T10:00:00Z",
        };

    private static HubSpotReply Properties(FakeHubSpot fake) =>
        HubSpotReply.Ok(
            new JsonObject
            {
                ["results"] = new JsonArray([
                    .. fake.Properties.Select(property =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["name"] = property.Name,
                                ["label"] = property.Name,
                                ["description"] = "",
                                ["groupName"] = "contactinformation",
                                ["type"] = property.Type,
                                ["fieldType"] = property.FieldType,
                                ["options"] = new JsonArray(),
                            }
                    ),
                ]),
            }
        );
}
