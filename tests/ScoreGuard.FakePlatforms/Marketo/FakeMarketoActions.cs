using System.Globalization;
using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>Calls by which leads act: custom activities, programmes, campaigns; and the activity log.</summary>
internal sealed class FakeMarketoActions(FakeMarketoInstance instance)
{
    private const int MostRows = 300;
    private const int MostRequested = 100;
    private const int MostTypes = 10;

    private static readonly string[] ActivityMembers =
    [
        "leadId",
        "activityDate",
        "activityTypeId",
        "primaryAttributeValue",
        "attributes",
    ];

    /// <summary>Rows of a page of activities; few, for a short page that is not the last is Marketo's habit.</summary>
    public int PageRows { get; set; } = MostRows;

    public JsonObject Add(JsonObject body)
    {
        if (body["input"] is not JsonArray { Count: > 0 and <= MostRows } input)
        {
            throw new FakeMarketoRefusal(1003, "Invalid input: 1 to 300 records are allowed");
        }

        return FakeMarketoAnswers.Result(input.Select(row => (JsonNode)AddRow(row!.AsObject())));
    }

    public JsonObject SetStatus(int program, JsonObject body)
    {
        if (!instance.Programs.TryGetValue(program, out var statuses))
        {
            throw new FakeMarketoRefusal(1013, $"Program not found for id: {program}");
        }

        if (body["input"] is not JsonArray { Count: > 0 and <= MostRows } input)
        {
            throw new FakeMarketoRefusal(1003, "Invalid input: 1 to 300 records are allowed");
        }

        var wanted = Array.IndexOf(statuses, (string?)body["statusName"]);
        return wanted < 0
            ? throw new FakeMarketoRefusal(1025, "Program status not found")
            : FakeMarketoAnswers.Result(
                input.Select((row, at) => (JsonNode)SetStatusRow(program, wanted, (long)row!["leadId"]!, at))
            );
    }

    public JsonObject Trigger(int id, JsonObject body)
    {
        if (instance.Campaigns.Find(campaign => campaign.Id == id) is not { } campaign)
        {
            throw new FakeMarketoRefusal(1013, $"Campaign with id {id} not found");
        }

        if (!campaign.IsRequestable || campaign.Status != "Active")
        {
            throw new FakeMarketoRefusal(1003, "Campaign is not requestable");
        }

        if (body["input"]?["leads"] is not JsonArray { Count: > 0 and <= MostRequested } leads)
        {
            throw new FakeMarketoRefusal(1003, "Invalid input: 1 to 100 leads are allowed");
        }

        var tokens = body["input"]!["tokens"] as JsonArray ?? [];
        var values = tokens.ToDictionary(token => (string)token!["name"]!, token => (string?)token!["value"]);
        if (values.Keys.Any(name => !name.StartsWith("{{my.", StringComparison.Ordinal)))
        {
            throw new FakeMarketoRefusal(1003, "Invalid token name");
        }

        foreach (var lead in leads.Select(lead => instance.Find((long)lead!["id"]!)).OfType<FakeMarketoLead>())
        {
            instance.Act(lead, "Request", $"{id}", values);
        }

        return FakeMarketoAnswers.Result([new JsonObject { ["id"] = id }]);
    }

    public JsonObject Types() =>
        FakeMarketoAnswers.Result(
            instance.ActivityTypes.Select(type =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = type.Id,
                        ["name"] = type.Name,
                        ["description"] = "",
                        ["primaryAttribute"] = Attribute(type.Primary),
                        ["attributes"] = new JsonArray([.. type.Attributes.Select(name => (JsonNode)Attribute(name))]),
                    }
            )
        );

    public static JsonObject PagingToken(FakeMarketoRequest request)
    {
        var since = request.Get("sinceDatetime");
        if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            throw new FakeMarketoRefusal(704, "Invalid date format");
        }

        return new JsonObject
        {
            ["requestId"] = "1607c#14884f3e74e",
            ["success"] = true,
            ["nextPageToken"] = $"{at.ToUnixTimeSeconds()}.0",
        };
    }

    public JsonObject Log(FakeMarketoRequest request)
    {
        var types = request.All("activityTypeIds").Select(int.Parse).ToList();
        if (types.Count is 0 or > MostTypes)
        {
            throw new FakeMarketoRefusal(1003, "1 to 10 activityTypeIds are allowed");
        }

        var leads = request.All("leadIds").Select(long.Parse).ToList();
        var token = request.Get("nextPageToken").Split('.');
        if (token.Length != 2 || !long.TryParse(token[0], out var since) || !int.TryParse(token[1], out var start))
        {
            throw new FakeMarketoRefusal(1003, "Invalid nextPageToken");
        }

        var found = instance
            .Activities.Where(activity =>
                activity.At.ToUnixTimeSeconds() >= since
                && types.Contains(activity.Type)
                && (leads.Count == 0 || leads.Contains(activity.Lead))
            )
            .ToList();
        var answer = FakeMarketoAnswers.Result(
            found.Skip(start).Take(PageRows).Select(activity => (JsonNode)Shown(activity))
        );
        answer["nextPageToken"] = $"{since}.{Math.Min(start + PageRows, found.Count)}";
        answer["moreResult"] = start + PageRows < found.Count;
        return answer;
    }

    private static JsonObject Shown(FakeMarketoActivity activity) =>
        new()
        {
            ["id"] = activity.Id,
            ["marketoGUID"] = $"{activity.Id}",
            ["leadId"] = activity.Lead,
            ["activityDate"] = $"{activity.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z",
            ["activityTypeId"] = activity.Type,
            ["primaryAttributeValue"] = activity.Primary,
            ["attributes"] = new JsonArray([
                .. activity.Attributes.Select(attribute =>
                    (JsonNode)new JsonObject { ["name"] = attribute.Key, ["value"] = attribute.Value }
                ),
            ]),
        };

    private JsonObject AddRow(JsonObject row)
    {
        if (
            row.Any(member => !ActivityMembers.Contains(member.Key))
            || ActivityMembers.FirstOrDefault(member => !row.ContainsKey(member)) is not null
        )
        {
            return Skipped(1002, "Missing value for the required parameter");
        }

        if (instance.Find((long)row["leadId"]!) is not { } lead)
        {
            return Skipped(1004, "Lead not found");
        }

        var type = instance.ActivityTypes.Find(known => known.IsCustom && known.Id == (int)row["activityTypeId"]!);
        if (type is null)
        {
            return Skipped(1013, "Activity type not found");
        }

        if (
            !DateTimeOffset.TryParse($"{row["activityDate"]}", CultureInfo.InvariantCulture, out var at)
            || at > instance.Now
        )
        {
            return Skipped(1001, $"Invalid value '{row["activityDate"]}'. Required of type 'datetime'");
        }

        var attributes = row["attributes"]!
            .AsArray()
            .ToDictionary(attribute => (string)attribute!["apiName"]!, attribute => attribute!["value"]?.ToString());
        if (attributes.Keys.FirstOrDefault(name => !type.Attributes.Contains(name)) is { } unknown)
        {
            return Skipped(1006, $"Field '{unknown}' not found");
        }

        var activity = instance.Log(lead, type.Id, at, $"{row["primaryAttributeValue"]}", attributes);
        attributes["primaryAttributeValue"] = activity.Primary;
        attributes["activityDate"] = $"{row["activityDate"]}";
        instance.Act(lead, "Event", $"{type.Id}", attributes);
        return new JsonObject
        {
            ["id"] = activity.Id,
            ["marketoGUID"] = $"{activity.Id}",
            ["status"] = "added",
        };
    }

    private static JsonObject Skipped(int code, string message) => FakeMarketoAnswers.Skipped(code, message, "errors");

    private JsonObject SetStatusRow(int program, int wanted, long id, int at)
    {
        var answer = SetStatusOf(program, wanted, id);
        answer["seq"] = at;
        return answer;
    }

    /// <summary>A member only goes on.</summary>
    private JsonObject SetStatusOf(int program, int wanted, long id)
    {
        if (instance.Find(id) is not { } lead)
        {
            return FakeMarketoAnswers.Skipped(1004, "Lead not found");
        }

        var statuses = instance.Programs[program];
        var isMember = instance.Statuses.TryGetValue((program, id), out var held);
        if (isMember && Array.IndexOf(statuses, held) >= wanted)
        {
            return FakeMarketoAnswers.Skipped(1037, "Lead skipped because it is already in or past this status");
        }

        instance.Statuses[(program, id)] = statuses[wanted];
        instance.Act(lead, "Member", $"{program}/{statuses[wanted]}", new Dictionary<string, string?>());
        return new JsonObject { ["leadId"] = id, ["status"] = isMember ? "updated" : "created" };
    }

    private static JsonObject Attribute(string name) => new() { ["name"] = name, ["dataType"] = "string" };
}
