using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>Calls on leads.</summary>
internal sealed class FakeMarketoLeads(FakeMarketoInstance instance)
{
    private const int MostRows = 300;
    private const int MostMatches = 1_000;

    private static readonly string[] Actions = ["createOnly", "updateOnly", "createOrUpdate", "createDuplicate"];
    private static readonly string[] SyncMembers =
    [
        "action",
        "lookupField",
        "partitionName",
        "asyncProcessing",
        "input",
    ];
    private static readonly string[] FormMembers = ["formId", "programId", "input"];
    private static readonly string[] Searchable = ["string", "email", "integer"];

    /// <summary>The partitions that the user of the API may use.</summary>
    private static readonly string[] Partitions = ["Default", "Synthetic"];

    public JsonObject Sync(JsonObject body)
    {
        var (action, lookup, rows) = ReadSync(body);
        return FakeMarketoAnswers.Result(rows.Select(row => (JsonNode)SyncRow(action, lookup, row)));
    }

    /// <summary>Creates later what is new now, as an upsert does that runs beside another.</summary>
    public void SyncLate(JsonObject body, TimeSpan by)
    {
        var (_, lookup, rows) = ReadSync(body);
        foreach (var row in rows.Where(row => instance.FindBy(lookup, $"{row[lookup]}").Count == 0))
        {
            instance.Later(by, () => instance.Create(row));
        }
    }

    public JsonObject Find(FakeMarketoRequest request)
    {
        var field = request.Get("filterType");
        if (!instance.Fields.TryGetValue(field, out var type) || !Searchable.Contains(type))
        {
            throw new FakeMarketoRefusal(1003, $"Invalid filterType '{field}'");
        }

        var values = request.Get("filterValues").Split(',');
        if (values.Length > MostRows)
        {
            throw new FakeMarketoRefusal(1003, "Too many filterValues");
        }

        var found = values
            .SelectMany(value => instance.FindBy(field, value))
            .Where(lead => field == "id" || lead.CreatedAt + instance.SearchLag <= instance.Now)
            .Distinct()
            .ToList();
        return found.Count > MostMatches
            ? throw new FakeMarketoRefusal(1003, "Too many results match the filter")
            : Page(found, request);
    }

    public JsonObject Delete(JsonObject body) =>
        FakeMarketoAnswers.Result(
            Rows(body)
                .Select(row =>
                {
                    var id = (long)row["id"]!;
                    if (instance.Find(id) is not { } lead)
                    {
                        return FakeMarketoAnswers.Skipped(1004, "Lead not found");
                    }

                    if (instance.Keeps(lead))
                    {
                        return FakeMarketoAnswers.Skipped(1022, "Object in use");
                    }

                    instance.Leads.Remove(lead);
                    foreach (var members in instance.Lists.Values)
                    {
                        members.Remove(id);
                    }

                    return (JsonNode)new JsonObject { ["id"] = id, ["status"] = "deleted" };
                })
        );

    public JsonObject SubmitForm(JsonObject body)
    {
        Check(body, FormMembers);
        if (body["formId"] is not JsonValue given || !instance.Forms.TryGetValue((int)given, out var fields))
        {
            throw new FakeMarketoRefusal(1013, "Form not found");
        }

        if (body["input"] is not JsonArray { Count: 1 } input || input[0]?["leadFormFields"] is not JsonObject filled)
        {
            throw new FakeMarketoRefusal(609, "Invalid JSON");
        }

        if (filled.FirstOrDefault(field => !fields.Contains(field.Key)).Key is { } unknown)
        {
            return FakeMarketoAnswers.Result([FakeMarketoAnswers.Skipped(1006, $"Field '{unknown}' not found")]);
        }

        var same = instance.FindBy("email", $"{filled["email"]}");
        var lead = same.Count > 0 ? same[0] : instance.Create(filled);
        instance.Write(lead, filled);
        instance.Log(lead, FakeMarketoInstance.FillOutForm, instance.Now, $"{given}");
        instance.Act(lead, "Form", $"{given}", Texts(filled));
        return FakeMarketoAnswers.Result([
            new JsonObject { ["id"] = lead.Id, ["status"] = same.Count > 0 ? "updated" : "created" },
        ]);
    }

    public JsonObject Describe() =>
        FakeMarketoAnswers.Result([
            new JsonObject
            {
                ["name"] = "API Lead",
                ["searchableFields"] = new JsonArray([
                    .. instance
                        .Fields.Where(field => Searchable.Contains(field.Value))
                        .Select(field => (JsonNode)new JsonArray(field.Key)),
                ]),
                ["fields"] = new JsonArray([
                    .. instance.Fields.Select(field =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["name"] = field.Key,
                                ["displayName"] = field.Key,
                                ["dataType"] = field.Value,
                                ["length"] = 255,
                                ["updateable"] = field.Key != "id",
                                ["crmManaged"] = field.Key.StartsWith("sfdc", StringComparison.Ordinal),
                            }
                    ),
                ]),
            },
        ]);

    public static IReadOnlyDictionary<string, string?> Texts(JsonObject fields) =>
        fields.ToDictionary(field => field.Key, field => field.Value?.ToString());

    private (string Action, string Lookup, List<JsonObject> Rows) ReadSync(JsonObject body)
    {
        Check(body, SyncMembers);
        var action = (string?)body["action"] ?? "createOrUpdate";
        var lookup = (string?)body["lookupField"] ?? "email";
        if (!Actions.Contains(action))
        {
            throw new FakeMarketoRefusal(1003, $"Invalid action '{action}'");
        }

        if (!instance.Fields.TryGetValue(lookup, out var type) || !Searchable.Contains(type))
        {
            throw new FakeMarketoRefusal(1011, $"Field '{lookup}' not supported");
        }

        if (body["partitionName"] is { } partition && !Partitions.Contains((string?)partition))
        {
            throw new FakeMarketoRefusal(1008, $"Access denied to partition '{partition}'");
        }

        return (action, lookup, Rows(body));
    }

    private JsonObject SyncRow(string action, string lookup, JsonObject row)
    {
        if (lookup != "id" && row.ContainsKey("id"))
        {
            return FakeMarketoAnswers.Skipped(1003, "Invalid data");
        }

        if (row[lookup] is not { } key)
        {
            return FakeMarketoAnswers.Skipped(1002, $"Missing value for the required parameter '{lookup}'");
        }

        if (
            row.Select(field => Wrong(field.Key, field.Value)).FirstOrDefault(wrong => wrong is not null) is { } refused
        )
        {
            return refused;
        }

        if (instance.Refuses(Texts(row)))
        {
            return FakeMarketoAnswers.Skipped(1010, "Partition update not allowed");
        }

        var same = instance.FindBy(lookup, $"{key}");
        return (same.Count, action) switch
        {
            (> 1, _) => FakeMarketoAnswers.Skipped(1007, "Multiple lead match lookup criteria"),
            (0, "updateOnly") => FakeMarketoAnswers.Skipped(1004, "Lead not found"),
            (0, _) => Row(instance.Create(row), "created"),
            (_, "createOnly") => FakeMarketoAnswers.Skipped(1005, "Lead already exists"),
            _ => Update(same[0], row),
        };
    }

    private JsonObject Update(FakeMarketoLead lead, JsonObject row)
    {
        instance.Write(lead, row.Where(field => field.Key != "id"));
        return Row(lead, "updated");
    }

    private JsonObject? Wrong(string field, JsonNode? value) =>
        !instance.Fields.TryGetValue(field, out var type)
            ? FakeMarketoAnswers.Skipped(1006, $"Field '{field}' not found")
        : value is not null && type is "integer" or "score" && !long.TryParse($"{value}", out _)
            ? FakeMarketoAnswers.Skipped(1001, $"Invalid value '{value}'. Required of type '{type}'")
        : null;

    private static JsonObject Row(FakeMarketoLead lead, string status) =>
        new() { ["id"] = lead.Id, ["status"] = status };

    public JsonObject Page(List<FakeMarketoLead> found, FakeMarketoRequest request)
    {
        var fields =
            request.Find("fields")?.Split(',') ?? ["id", "email", "updatedAt", "createdAt", "firstName", "lastName"];
        if (fields.FirstOrDefault(field => !instance.Fields.ContainsKey(field)) is { } unknown)
        {
            throw new FakeMarketoRefusal(1006, $"Field '{unknown}' not found");
        }

        var size = Math.Min(request.FindNumber("batchSize") ?? MostRows, MostRows);
        var start = request.Find("nextPageToken") is { } token ? FakeMarketoRequest.PositionOf(token) : 0;
        var answer = FakeMarketoAnswers.Result(
            found.Skip(start).Take(size).Select(lead => (JsonNode)Shown(lead, fields))
        );
        if (start + size < found.Count)
        {
            answer["nextPageToken"] = FakeMarketoRequest.TokenOf(start + size);
            answer["moreResult"] = true;
        }

        return answer;
    }

    /// <summary>The id is always told; an empty field is null.</summary>
    private static JsonObject Shown(FakeMarketoLead lead, string[] fields)
    {
        var shown = new JsonObject { ["id"] = lead.Id };
        foreach (var field in fields.Where(field => field != "id"))
        {
            shown[field] = lead.Fields.GetValueOrDefault(field)?.DeepClone();
        }

        return shown;
    }

    private static void Check(JsonObject body, string[] members)
    {
        if (body.Select(member => member.Key).FirstOrDefault(key => !members.Contains(key)) is { } unknown)
        {
            throw new FakeMarketoRefusal(1003, $"Unexpected parameter '{unknown}'");
        }
    }

    public static List<JsonObject> Rows(JsonObject body) =>
        body["input"] is JsonArray { Count: > 0 and <= MostRows } input && input.All(row => row is JsonObject)
            ? [.. input.Select(row => row!.AsObject())]
            : throw new FakeMarketoRefusal(1003, "Invalid input: 1 to 300 records are allowed");
}
