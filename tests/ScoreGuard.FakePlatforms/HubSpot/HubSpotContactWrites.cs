using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>The endpoints that create and change contacts.</summary>
internal sealed class HubSpotContactWrites(
    HubSpotContacts contacts,
    TimeProvider time,
    HubSpotScoring scoring,
    HubSpotHabitsOfAFake habits
)
{
    private const string Stage = "lifecyclestage";
    private static readonly string[] ReadOnly = ["hs_marketable_status", "hs_object_id", "createdate"];

    public HubSpotReply Write(JsonObject body, bool isUpsert, HubSpotFault? fault)
    {
        if (HubSpotContacts.Inputs(body) is not { } inputs)
        {
            return HubSpotReply.Invalid("Invalid input JSON: `inputs` must have 1 to 100 items.");
        }

        if (isUpsert && inputs.Any(input => HubSpotContacts.Text(input["idProperty"]) != "email"))
        {
            return HubSpotReply.Invalid("Unable to perform update/upsert by non-unique 0-1 property");
        }

        if (
            inputs
                .GroupBy(input => HubSpotContacts.Text(input["id"]), StringComparer.OrdinalIgnoreCase)
                .Any(group => group.Count() > 1)
        )
        {
            return HubSpotReply.Invalid("Duplicate IDs found in batch input", "DUPLICATE_IDS");
        }

        if (inputs.SelectMany(Properties).Select(p => p.Key).FirstOrDefault(IsUnknown) is { } unknown)
        {
            return HubSpotReply.Invalid(
                $"Property values were not valid: [{{\"isValid\":false,\"message\":\"Property \\\"{unknown}\\\" does not exist\",\"error\":\"PROPERTY_DOESNT_EXIST\",\"name\":\"{unknown}\"}}]"
            );
        }

        var results = new JsonArray();
        var errors = new JsonArray();
        var refusals = inputs.Select((input, place) => Refusal(input, place, isUpsert, fault)).ToList();
        if (habits.RefusesWholeBatches && refusals.OfType<JsonObject>().FirstOrDefault() is { } first)
        {
            return HubSpotReply.Invalid(HubSpotContacts.Text(first["message"])!);
        }

        for (var place = 0; place < inputs.Count; place++)
        {
            if (refusals[place] is { } refusal)
            {
                errors.Add(refusal);
            }
            else
            {
                results.Add(Apply(inputs[place], isUpsert));
            }
        }

        return contacts.Batch(results, errors);
    }

    private JsonObject? Refusal(JsonObject input, int place, bool isUpsert, HubSpotFault? fault)
    {
        var id = HubSpotContacts.Text(input["id"]) ?? "";
        var context = HubSpotContacts.Text(input["objectWriteTraceId"]) is { } trace
            ? new JsonObject { ["objectWriteTraceId"] = new JsonArray(trace) }
            : new JsonObject { ["ids"] = new JsonArray(id) };
        if (fault?.Kind == HubSpotFaultKind.PartOfTheBatch && fault.Inputs(place))
        {
            return HubSpotReply.InBatch("INTERNAL_ERROR", "internal error", context);
        }

        if (!isUpsert)
        {
            return contacts.Find(id) is null
                ? HubSpotReply.InBatch("OBJECT_NOT_FOUND", $"Could not find {id}", context)
                : null;
        }

        var isValid = id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < id.Length - 1;
        return isValid && !contacts.IsBlocked(id)
            ? null
            : HubSpotReply.InBatch(
                "VALIDATION_ERROR",
                $"Property values were not valid: [{{\"isValid\":false,\"message\":\"Email address {id} is invalid\",\"error\":\"INVALID_EMAIL\",\"name\":\"email\"}}]",
                context
            );
    }

    private JsonObject Apply(JsonObject input, bool isUpsert)
    {
        var id = HubSpotContacts.Text(input["id"])!;
        var now = time.GetUtcNow();
        var contact = isUpsert ? contacts.FindByAddress(id) : contacts.Find(id);
        var isNew = contact is null;
        if (contact is null)
        {
            contact = contacts.New(id);
            contact.Set("email", id.ToLowerInvariant(), now);
            contact.Set("hubspot_owner_id", habits.Owner, now);
            contact.Set("hs_marketable_status", habits.IsMarketing ? "true" : "false", now);
        }

        contact.Settle(now, habits, scoring);
        var changed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in Properties(input))
        {
            var text = HubSpotContacts.Text(value) is { Length: > 0 } given ? given : null;
            if (name == Stage && !MayMove(contact.Properties.GetValueOrDefault(Stage), text))
            {
                continue;
            }

            changed[name] = text;
            contact.Set(name, name == "email" ? text?.ToLowerInvariant() : text, now);
        }

        if (!isUpsert)
        {
            contact.Add(new(changed.ContainsKey(Stage) ? "stage" : "update", "", changed, now), now);
        }

        var shown = contacts.Shown(contact, Properties(input).Select(property => property.Key));
        if (isUpsert)
        {
            shown["new"] = isNew;
        }

        if (HubSpotContacts.Text(input["objectWriteTraceId"]) is { } trace)
        {
            shown["objectWriteTraceId"] = trace;
        }

        return shown;
    }

    /// <summary>Forward, or out of nothing, or into nothing.</summary>
    private bool MayMove(string? from, string? to) =>
        from is null || to is null || habits.Stages.IndexOf(to) >= habits.Stages.IndexOf(from);

    private bool IsUnknown(string property) =>
        ReadOnly.Contains(property, StringComparer.Ordinal)
        || (!habits.KnownProperties.IsEmpty && property != "email" && !habits.KnownProperties.Contains(property));

    private static JsonObject Properties(JsonObject input) => input["properties"] as JsonObject ?? [];
}
