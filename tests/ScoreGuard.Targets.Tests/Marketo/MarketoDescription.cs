using System.Text.Json.Nodes;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Targets.Tests.Marketo;

/// <summary>
/// Adobe's three published descriptions as one file, for one client speaks to all three; where they contradict Adobe's own pages,
/// the pages are followed, and every such place is named here.
/// </summary>
internal static class MarketoDescription
{
    private static readonly string[] Files =
    [
        "marketo/swagger-mapi.json",
        "marketo/swagger-asset.json",
        "marketo/swagger-identity.json",
    ];

    /// <summary>What the adapter calls.</summary>
    private static readonly string[] Paths =
    [
        "/identity/oauth/token",
        "/rest/v1/leads.json",
        "/rest/v1/leads/delete.json",
        "/rest/v1/leads/describe2.json",
        "/rest/v1/leads/submitForm.json",
        "/rest/v1/lists/{listId}/leads.json",
        "/rest/v1/lists/{listId}/leads/ismember.json",
        "/rest/v1/activities.json",
        "/rest/v1/activities/external.json",
        "/rest/v1/activities/pagingtoken.json",
        "/rest/v1/activities/types.json",
        "/rest/v1/programs/{programId}/members/status.json",
        "/rest/v1/campaigns/{campaignId}/trigger.json",
        "/rest/asset/v1/smartCampaigns.json",
        "/rest/asset/v1/smartCampaign/{id}/smartList.json",
        "/rest/asset/v1/folder/{id}/tokens.json",
    ];

    /// <summary>Writes the file; null where the descriptions are not beside this checkout.</summary>
    public static async Task<string?> WriteAsync()
    {
        var found = Files.Select(PublishedDescription.Find).ToList();
        if (found.Any(file => file is null))
        {
            return null;
        }

        var whole = new JsonObject
        {
            ["swagger"] = "2.0",
            ["info"] = new JsonObject { ["title"] = "Marketo", ["version"] = "1.0" },
            ["basePath"] = "/",
            ["schemes"] = new JsonArray("https"),
            ["paths"] = new JsonObject(),
            ["definitions"] = new JsonObject(),
        };
        for (var at = 0; at < found.Count; at++)
        {
            Take(whole, await File.ReadAllTextAsync(found[at]!), $"d{at}_");
        }

        Paths.Length.ShouldBe(whole["paths"]!.AsObject().Count, "a path is not described");
        Correct(whole["definitions"]!.AsObject());
        var file = Path.Combine(AppContext.BaseDirectory, "marketo-description.json");
        await File.WriteAllTextAsync(file, whole.ToJsonString());
        return file;
    }

    /// <summary>Definitions of the same name differ from file to file, so each file's get a prefix.</summary>
    private static void Take(JsonObject whole, string text, string prefix)
    {
        var part = JsonNode.Parse(
            text.Replace("\"#/definitions/", $"\"#/definitions/{prefix}", StringComparison.Ordinal)
        )!;
        foreach (var (path, item) in part["paths"]!.AsObject().Where(path => Paths.Contains(path.Key)))
        {
            whole["paths"]![path] = item!.DeepClone();
        }

        foreach (var (name, definition) in part["definitions"]!.AsObject())
        {
            whole["definitions"]![$"{prefix}{name}"] = definition!.DeepClone();
        }
    }

    private static void Correct(JsonObject definitions)
    {
        // Described as always there; the pages' answers have neither errors nor warnings, and failures no result.
        foreach (
            var (_, answer) in definitions.Where(one => one.Key.StartsWith("d0_ResponseOf", StringComparison.Ordinal))
        )
        {
            Require(answer!, ["requestId", "success"]);
        }

        // One definition serves the request and the answer, and requires of both what only the other has: "leadId, activityDate,
        // activityTypeId, primaryAttributeValue, and attributes are required", answers hold id, marketoGUID and status.
        var told = definitions["d0_CustomActivity"]!.DeepClone();
        Require(told, ["status"]);
        definitions["told_CustomActivity"] = told;
        definitions["d0_ResponseOfCustomActivity"]!["properties"]!["result"]!["items"]!["$ref"] =
            "#/definitions/told_CustomActivity";
        Require(
            definitions["d0_CustomActivity"]!,
            ["leadId", "activityDate", "activityTypeId", "primaryAttributeValue", "attributes"]
        );

        // "Specify it with either name or apiName"; values are described as objects, the pages show texts and numbers.
        Require(definitions["d0_Attribute"]!, ["value"]);
        definitions["d0_Attribute"]!["properties"]!["value"]!.AsObject().Remove("type");

        // A request is answered with the campaign's id and nothing else of it.
        Require(definitions["d0_Campaign"]!, ["id"]);

        // A skipped member is answered without its id, a new one as created.
        Require(definitions["d0_ProgramMemberStatusResponse"]!, ["status", "seq"]);
        definitions["d0_ProgramMemberStatusResponse"]!["properties"]!["status"]!["enum"] = new JsonArray(
            "created",
            "updated",
            "skipped"
        );

        // The pages' campaigns have only a part of what is required, and times that are none: 2016-09-10T23:16:19Z+0000.
        Require(definitions["d1_SmartCampaignResponse"]!, ["id", "name", "type", "isActive", "status", "flowId"]);
        Require(definitions["d1_Recurrence"]!, ["weekdayOnly"]);
        Require(definitions["d1_SmartListResponseWithRules"]!, ["id", "name"]);
        foreach (var name in (string[])["d1_SmartCampaignResponse", "d1_SmartListResponseWithRules"])
        {
            definitions[name]!["properties"]!["createdAt"]!.AsObject().Remove("format");
            definitions[name]!["properties"]!["updatedAt"]!.AsObject().Remove("format");
        }

        // "all" on the pages, "All" in the description.
        definitions["d1_SmartListRules"]!["properties"]!["filterMatchType"]!.AsObject().Remove("enum");

        // Described as a text that holds JSON; an object on the pages.
        definitions["d1_TokenResponse"]!["properties"]!["folder"] = new JsonObject { ["type"] = "object" };
    }

    private static void Require(JsonNode definition, string[] members) =>
        definition["required"] = new JsonArray([.. members.Select(member => (JsonNode)member)]);
}
