using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>The contacts, and the endpoints that read, find and remove them.</summary>
internal sealed class HubSpotContacts(TimeProvider time, HubSpotScoring scoring, HubSpotHabitsOfAFake habits)
{
    private const int MostInABatch = 100;
    private const int MostOnAPage = 200;
    private const int MostFound = 10_000;

    private readonly Dictionary<string, HubSpotContact> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HubSpotContact> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _blocked = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<HubSpotContact> All => _byId.Values;

    public HubSpotContact? Find(string id) => _byId.GetValueOrDefault(id) is { IsThere: true } contact ? contact : null;

    public HubSpotContact? FindByAddress(string address) =>
        _byAddress.GetValueOrDefault(address) is { IsThere: true } contact ? contact : null;

    public bool IsBlocked(string address) => _blocked.Contains(address);

    public HubSpotContact New(string address)
    {
        var contact = new HubSpotContact($"{1000 + _byId.Count}", time.GetUtcNow());
        _byId[contact.Id] = contact;
        _byAddress[address] = contact;
        return contact;
    }

    public HubSpotReply Read(JsonObject body)
    {
        if (Inputs(body) is not { } inputs || body["properties"] is not JsonArray wanted)
        {
            return HubSpotReply.Invalid("Invalid input JSON: `inputs` must have 1 to 100 items.");
        }

        if (body["propertiesWithHistory"] is JsonArray { Count: > 0 } && inputs.Count > 50)
        {
            return HubSpotReply.Invalid("The maximum number of inputs with history is 50.");
        }

        var results = new JsonArray();
        var gone = new JsonArray();
        foreach (var id in inputs.Select(input => Text(input["id"]) ?? "").Distinct(StringComparer.Ordinal))
        {
            if (Find(id) is { } contact)
            {
                results.Add(Shown(contact, wanted.Select(name => Text(name)!)));
            }
            else
            {
                gone.Add(id);
            }
        }

        return Batch(
            results,
            gone.Count == 0
                ? []
                :
                [
                    HubSpotReply.InBatch(
                        "OBJECT_NOT_FOUND",
                        "Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.",
                        new() { ["ids"] = gone }
                    ),
                ]
        );
    }

    public HubSpotReply Archive(JsonObject body)
    {
        if (Inputs(body) is not { } inputs)
        {
            return HubSpotReply.Invalid("Invalid input JSON: `inputs` must have 1 to 100 items.");
        }

        var contacts = inputs.Select(input => Find(Text(input["id"]) ?? "")).OfType<HubSpotContact>().ToList();
        if (contacts.Exists(IsKept))
        {
            return HubSpotReply.Invalid("Some contacts cannot be deleted.", "CANNOT_DELETE");
        }

        contacts.ForEach(contact => contact.Archive(time.GetUtcNow()));
        return HubSpotReply.Nothing();
    }

    public HubSpotReply Erase(JsonObject body)
    {
        if (Text(body["objectId"]) is not { } id)
        {
            return HubSpotReply.Invalid("Invalid input JSON: `objectId` is required.");
        }

        if (_byId.GetValueOrDefault(id) is not { IsErased: false } contact)
        {
            return HubSpotReply.Missing("No contact with that id.");
        }

        if (IsKept(contact))
        {
            return HubSpotReply.Invalid("The contact cannot be deleted.", "CANNOT_DELETE");
        }

        contact.Erase(time.GetUtcNow());
        _blocked.Add(contact.Properties["email"]!);
        return HubSpotReply.Nothing();
    }

    public HubSpotReply Search(JsonObject body)
    {
        var limit = (int?)body["limit"] ?? 10;
        if (
            !int.TryParse(Text(body["after"]), out var after)
            || limit is < 1 or > MostOnAPage
            || after + limit > MostFound
        )
        {
            return HubSpotReply.Invalid("There was a problem with the request.", "INVALID_PAGING");
        }

        if (
            body["filterGroups"] is not JsonArray { Count: 1 } groups
            || groups[0]?["filters"] is not JsonArray { Count: 1 } filters
            || filters[0] is not JsonObject filter
            || Text(filter["propertyName"]) is not { } property
        )
        {
            return HubSpotReply.Invalid("Invalid filter.", "INVALID_FILTER");
        }

        foreach (var contact in All)
        {
            contact.Settle(time.GetUtcNow(), habits, scoring);
        }

        var value = Text(filter["value"]);
        var found = All.Where(contact =>
                contact.Indexed.GetValueOrDefault(property) is { } has
                && (
                    Text(filter["operator"]) == "HAS_PROPERTY"
                    || string.Equals(has, value, StringComparison.OrdinalIgnoreCase)
                )
            )
            .ToList();
        var wanted = (body["properties"] as JsonArray ?? []).Select(name => Text(name)!).ToList();
        var page = new JsonObject
        {
            ["total"] = found.Count,
            ["results"] = new JsonArray([
                .. found.Skip(after).Take(limit).Select(contact => (JsonNode)Shown(contact, wanted)),
            ]),
        };
        if (after + limit < found.Count)
        {
            page["paging"] = new JsonObject { ["next"] = new JsonObject { ["after"] = $"{after + limit}" } };
        }

        return HubSpotReply.Ok(page);
    }

    internal JsonObject Shown(HubSpotContact contact, IEnumerable<string> wanted)
    {
        contact.Settle(time.GetUtcNow(), habits, scoring);
        var properties = new JsonObject
        {
            ["createdate"] = contact.CreatedAt.ToString("O"),
            ["hs_object_id"] = contact.Id,
            ["lastmodifieddate"] = contact.ChangedAt.ToString("O"),
            ["email"] = contact.Properties["email"],
        };
        foreach (var name in wanted.Distinct(StringComparer.Ordinal))
        {
            var value = contact.Find(name);
            if (value is not null || habits.AnswersNulls)
            {
                properties[name] = value;
            }
        }

        return new()
        {
            ["id"] = contact.Id,
            ["properties"] = properties,
            ["createdAt"] = contact.CreatedAt.ToString("O"),
            ["updatedAt"] = contact.ChangedAt.ToString("O"),
            ["archived"] = false,
        };
    }

    internal HubSpotReply Batch(JsonArray results, JsonArray errors)
    {
        var now = time.GetUtcNow().ToString("O");
        var body = new JsonObject
        {
            ["status"] = "COMPLETE",
            ["results"] = results,
            ["startedAt"] = now,
            ["completedAt"] = now,
        };
        if (errors.Count == 0)
        {
            return HubSpotReply.Ok(body);
        }

        body["numErrors"] = errors.Count;
        body["errors"] = errors;
        return new(207, body);
    }

    private bool IsKept(HubSpotContact contact) => habits.Kept.Contains(contact.Properties["email"]!);

    /// <summary>1 to 100 inputs, each with an id; else null.</summary>
    internal static List<JsonObject>? Inputs(JsonObject body) =>
        body["inputs"] is JsonArray { Count: >= 1 and <= MostInABatch } inputs
        && inputs.All(input => input is JsonObject given && Text(given["id"]) is { Length: > 0 })
            ? [.. inputs.Select(input => (JsonObject)input!)]
            : null;

    internal static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
