using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Salesforce;

/// <summary>The records of the fake org and what may be done to them.</summary>
/// <param name="score">What the org computes for a lead from its fields and what happened to it.</param>
public sealed class SalesforceOrg(
    TimeProvider time,
    Func<
        IReadOnlyDictionary<string, string?>,
        IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)>,
        IReadOnlyDictionary<string, string?>
    > score
)
{
    private static readonly Dictionary<string, string[]> Standard = new(StringComparer.Ordinal)
    {
        ["Lead"] =
        [
            "Id",
            "OwnerId",
            "IsConverted",
            "FirstName",
            "LastName",
            "Company",
            "Title",
            "Email",
            "Phone",
            "Status",
            "Rating",
            "LeadSource",
            "Industry",
            "Country",
            "NumberOfEmployees",
            "AnnualRevenue",
            "HasOptedOutOfEmail",
        ],
        ["Task"] = ["Id", "WhoId", "Subject", "Status", "ActivityDate", "Priority", "CallObject", "TaskSubtype"],
        ["CampaignMember"] = ["Id", "LeadId", "CampaignId", "Status"],
        ["EmailMessageRelation"] = ["Id", "RelationId"],
    };

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["Lead"] = "00Q",
        ["Task"] = "00T",
        ["CampaignMember"] = "00v",
        ["EmailMessageRelation"] = "0CZ",
    };

    private readonly Lock _gate = new();
    private readonly List<FakeRecord> _records = [];
    private int _made;

    /// <summary>Fields that people made on leads.</summary>
    public HashSet<string> CustomFields { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            "ScoreGuardRun__c",
            "ScoreGuardKey__c",
            "Score__c",
            "Fit__c",
            "Band__c",
        };

    /// <summary>Of leads, that can be upserted by.</summary>
    public HashSet<string> ExternalIds { get; } = new(StringComparer.OrdinalIgnoreCase) { "ScoreGuardKey__c" };

    public HashSet<string> Numbers { get; } =
        new(StringComparer.OrdinalIgnoreCase) { "NumberOfEmployees", "AnnualRevenue", "Score__c", "Fit__c" };

    public HashSet<string> Campaigns { get; } = new(StringComparer.Ordinal) { "7015e000000CampAAB" };

    /// <summary>Kinds of records that this org does not have.</summary>
    public HashSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>After the last change of a lead, until its scores are there.</summary>
    public TimeSpan ScoringDelay { get; set; } = TimeSpan.Zero;

    /// <summary>Whom the assignment rules give new leads to, unless a request asks for none; null: no rule is active.</summary>
    public string? AssignmentRules { get; set; }

    /// <summary>Whom a flow gives new leads to, whatever a request asks for: suppression is broken.</summary>
    public string? FlowOwner { get; set; }

    /// <summary>Rows refused by whoever else works in the org: by operation, and the record's fields.</summary>
    public Func<string, IReadOnlyDictionary<string, string?>, (string Code, string Message)?> RowFault { get; set; } =
        (_, _) => null;

    /// <summary>All of them, also those in the recycle bin.</summary>
    public IReadOnlyList<FakeRecord> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _records];
            }
        }
    }

    public IReadOnlyList<FakeRecord> Of(string type) =>
        [.. All.Where(record => record.Type == type && !record.IsDeleted)];

    /// <summary>Somebody else's doing.</summary>
    public FakeRecord Add(string type, params (string Name, string? Value)[] fields)
    {
        lock (_gate)
        {
            var id = WithSuffix($"{Prefixes[type]}5e00000{++_made:00000}");
            var record = new FakeRecord(type, id, time.GetUtcNow());
            record.Fields["Id"] = id;
            foreach (var (name, value) in fields)
            {
                record.Fields[name] = value;
            }

            if (type == "Lead")
            {
                record.Fields.TryAdd("OwnerId", SalesforceLogin.UserId);
                record.Fields.TryAdd("IsConverted", "false");
                record.Fields.TryAdd("Status", "Open - Not Contacted");
            }

            _records.Add(record);
            return record;
        }
    }

    internal bool HasType(string type) => Standard.ContainsKey(type) && !Missing.Contains(type);

    /// <summary>The field as the org spells it; null: there is none.</summary>
    internal string? FindField(string type, string name) =>
        Standard[type].FirstOrDefault(field => field.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? (type == "Lead" && CustomFields.TryGetValue(name, out var custom) ? custom : null)
        ?? (type == "Lead" && name.Equals("Owner", StringComparison.OrdinalIgnoreCase) ? "Owner" : null);

    internal JsonObject Upsert(string externalId, JsonObject row, bool assigns)
    {
        if (row[externalId]?.GetValue<string>() is not { Length: > 0 } key)
        {
            return Refused("MISSING_ARGUMENT", $"{externalId} not specified");
        }

        var found = Of("Lead")
            .Where(lead =>
                string.Equals(lead.Fields.GetValueOrDefault(externalId), key, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        return found switch
        {
            [] => Insert(row, assigns),
            [var one] => Update(row, one, "upsert"),
            _ => Refused("DUPLICATE_EXTERNAL_ID", "more than one record found for external id field"),
        };
    }

    internal JsonObject Insert(JsonObject row, bool assigns)
    {
        var type = (string)row["attributes"]!["type"]!;
        if (Check(type, "insert", row) is { } refusal)
        {
            return refusal;
        }

        string[] required = type == "Lead" ? ["LastName", "Company"] : [];
        if (required.Where(name => Text(row[name]) is null or "").ToArray() is { Length: > 0 } missing)
        {
            return Refused(
                "REQUIRED_FIELD_MISSING",
                $"Required fields are missing: [{string.Join(", ", missing)}]",
                missing
            );
        }

        if (type == "CampaignMember")
        {
            if (!Campaigns.Contains(Text(row["CampaignId"]) ?? ""))
            {
                return Refused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
            }

            if (
                Of(type)
                    .Any(member =>
                        member.Fields["LeadId"] == Text(row["LeadId"])
                        && member.Fields["CampaignId"] == Text(row["CampaignId"])
                    )
            )
            {
                return Refused("DUPLICATE_VALUE", "Already a campaign member.");
            }
        }

        var record = Add(type);
        Set(record, row);
        if (type == "Lead")
        {
            record.Fields["OwnerId"] = FlowOwner ?? (assigns ? AssignmentRules : null) ?? record.Fields["OwnerId"];
        }
        else
        {
            Happen(type, record);
        }

        return Done(record.Id, true);
    }

    internal JsonObject Update(JsonObject row)
    {
        var id = Text(row["id"]);
        var type = (string)row["attributes"]!["type"]!;
        return All.FirstOrDefault(record => record.Id == id && record.Type == type) is not { } found
                ? Refused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")
            : found.IsDeleted ? Refused("ENTITY_IS_DELETED", "entity is deleted")
            : Update(row, found, "update");
    }

    internal JsonObject Delete(string id)
    {
        if (All.FirstOrDefault(record => record.Id == id) is not { } found)
        {
            return Refused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }

        if (found.IsDeleted)
        {
            return Refused("ENTITY_IS_DELETED", "entity is deleted");
        }

        if (RowFault("delete", found.Fields) is { } fault)
        {
            return Refused(fault.Code, fault.Message);
        }

        found.IsDeleted = true;
        foreach (var task in Of("Task").Where(task => task.Fields.GetValueOrDefault("WhoId") == id))
        {
            task.IsDeleted = true;
        }

        return new()
        {
            ["id"] = id,
            ["success"] = true,
            ["errors"] = new JsonArray(),
        };
    }

    /// <summary>A field's value as a query gives it.</summary>
    internal string? Read(FakeRecord record, string field)
    {
        if (
            record.Type == "Lead"
            && time.GetUtcNow() >= record.ChangedAt + ScoringDelay
            && score(record.Fields, record.Signals).TryGetValue(field, out var computed)
        )
        {
            return computed;
        }

        return record.Fields.GetValueOrDefault(field);
    }

    internal JsonNode? ToJson(string field, string? value) =>
        value is null ? null
        : Numbers.Contains(field)
            ? JsonNode.Parse(
                decimal.Parse(value, CultureInfo.InvariantCulture).ToString("0.0###", CultureInfo.InvariantCulture)
            )
        : value is "true" or "false" ? JsonValue.Create(value == "true")
        : JsonValue.Create(value);

    internal static JsonObject Refused(string code, string message, params string[] fields) =>
        new()
        {
            ["success"] = false,
            ["errors"] = new JsonArray(
                new JsonObject
                {
                    ["statusCode"] = code,
                    ["message"] = message,
                    ["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)field)]),
                }
            ),
        };

    private static JsonObject Done(string id, bool created) =>
        new()
        {
            ["id"] = id,
            ["success"] = true,
            ["errors"] = new JsonArray(),
            ["created"] = created,
        };

    private JsonObject Update(JsonObject row, FakeRecord record, string operation)
    {
        if (Check(record.Type, operation, row) is { } refusal)
        {
            return refusal;
        }

        Set(record, row);
        if (operation == "update" && record.Type == "Lead")
        {
            record.Signals.Add(("Update", "", Properties(row)));
        }
        else if (record.Type == "CampaignMember")
        {
            Happen(record.Type, record);
        }

        return Done(record.Id, false);
    }

    private void Happen(string type, FakeRecord record)
    {
        var lead = Of("Lead").Single(lead => lead.Id == record.Fields[type == "Task" ? "WhoId" : "LeadId"]);
        var name = record.Fields[type == "Task" ? "Subject" : "CampaignId"] ?? "";
        lead.Signals.Add((type == "Task" ? "Task" : "Member", name, new Dictionary<string, string?>(record.Fields)));
        lead.ChangedAt = time.GetUtcNow();
    }

    private JsonObject? Check(string type, string operation, JsonObject row)
    {
        foreach (var (name, value) in row.Where(member => member.Key != "attributes"))
        {
            if (FindField(type, name) is null)
            {
                return Refused("INVALID_FIELD", $"No such column '{name}' on sobject of type {type}");
            }

            if (
                Numbers.Contains(name)
                && Text(value) is { } number
                && !decimal.TryParse(number, CultureInfo.InvariantCulture, out _)
            )
            {
                return Refused(
                    "INVALID_TYPE_ON_FIELD_IN_RECORD",
                    $"{name}: value not of required type: {number}",
                    name
                );
            }
        }

        if (Text(row["Email"]) is { } mail && !mail.Contains('@', StringComparison.Ordinal))
        {
            return Refused("INVALID_EMAIL_ADDRESS", $"Email: invalid email address: {mail}", "Email");
        }

        return RowFault(operation, Properties(row)) is { } fault ? Refused(fault.Code, fault.Message) : null;
    }

    private void Set(FakeRecord record, JsonObject row)
    {
        foreach (
            var (name, value) in Properties(row)
                .Where(field => !field.Key.Equals("Id", StringComparison.OrdinalIgnoreCase))
        )
        {
            record.Fields[FindField(record.Type, name)!] = value;
        }

        record.ChangedAt = time.GetUtcNow();
    }

    private static Dictionary<string, string?> Properties(JsonObject row) =>
        row.Where(member => member.Key != "attributes")
            .ToDictionary(member => member.Key, member => Text(member.Value), StringComparer.OrdinalIgnoreCase);

    private static string? Text(JsonNode? value) =>
        value is null ? null
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>()
        : value.ToJsonString();

    /// <summary>The three letters that say which of the fifteen are capitals.</summary>
    private static string WithSuffix(string id)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
        return id
            + string.Concat(
                id.Chunk(5)
                    .Select(five =>
                        Letters[five.Select((letter, at) => char.IsAsciiLetterUpper(letter) ? 1 << at : 0).Sum()]
                    )
            );
    }
}
