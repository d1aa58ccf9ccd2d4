using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>Calls that read assets.</summary>
internal sealed class FakeMarketoAssets(FakeMarketoInstance instance)
{
    private const int MostRows = 200;
    private const int UsualRows = 20;
    private const string NothingFound = "No assets found for the given search criteria.";

    public JsonObject Campaigns(FakeMarketoRequest request)
    {
        var size = request.FindNumber("maxReturn") ?? UsualRows;
        if (size is < 1 or > MostRows)
        {
            throw new FakeMarketoRefusal(701, "maxReturn must be 1 to 200");
        }

        var folder = request.Find("folder") is { } text ? JsonNode.Parse(text) : null;
        var page = instance
            .Campaigns.Where(campaign =>
                folder is null
                || (campaign.Folder.Id == (int)folder["id"]! && campaign.Folder.Type == (string?)folder["type"])
            )
            .Skip(request.FindNumber("offset") ?? 0)
            .Take(size)
            .ToList();
        return page.Count == 0 ? FakeMarketoAnswers.Nothing(NothingFound) : Result(page.Select(one => one.Listed()));
    }

    public JsonObject SmartList(int campaign, FakeMarketoRequest request) =>
        instance.Campaigns.Find(known => known.Id == campaign) is { } found
            ? Result([found.SmartList(request.Find("includeRules") == "true")])
            : throw new FakeMarketoRefusal(702, "Smart campaign not found");

    public JsonObject Tokens(int folder, FakeMarketoRequest request)
    {
        var type = request.Find("folderType") ?? "Folder";
        return instance.Tokens.TryGetValue((type, folder), out var tokens)
            ? Result([
                new JsonObject
                {
                    ["folder"] = new JsonObject { ["type"] = type, ["value"] = folder },
                    ["tokens"] = new JsonArray([
                        .. tokens.Select(token =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["name"] = token.Name,
                                    ["type"] = token.Type,
                                    ["value"] = token.Value,
                                    ["computedUrl"] = "https://app-fake.invalid/#MF1",
                                }
                        ),
                    ]),
                },
            ])
            : FakeMarketoAnswers.Nothing(NothingFound);
    }

    /// <summary>Assets are answered with empty lists of errors and warnings, unlike leads.</summary>
    private static JsonObject Result(IEnumerable<JsonObject> rows)
    {
        var answer = FakeMarketoAnswers.Result(rows);
        answer["errors"] = new JsonArray();
        answer["warnings"] = new JsonArray();
        return answer;
    }
}
