using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>What stands in a fake Marketo: fields, leads, lists, programmes, forms, campaigns, activities.</summary>
/// <param name="score">What the platform computes of a lead's fields and of what it did.</param>
public sealed class FakeMarketoInstance(
    TimeProvider time,
    Func<
        IReadOnlyDictionary<string, string?>,
        IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)>,
        IReadOnlyDictionary<string, string?>
    > score
)
{
    public const int SendEmail = 6;
    public const int SendAlert = 38;
    public const int FillOutForm = 2;

    private readonly List<(DateTimeOffset Due, Action Do)> _late = [];
    private long _lastId = 1_000;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>How long after the last change of a lead its scores are written. Default 30 seconds.</summary>
    public TimeSpan ScoringDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a new lead is unknown to lists. Default none.</summary>
    public TimeSpan ListLag { get; set; }

    /// <summary>How long a new lead is unknown to searches by another field than its id. Default none.</summary>
    public TimeSpan SearchLag { get; set; }

    /// <summary>Leads that an upsert skips, by their fields; the others of its batch are taken.</summary>
    public Func<IReadOnlyDictionary<string, string?>, bool> Refuses { get; set; } = _ => false;

    /// <summary>Suppression is broken: every new lead is given this owner in the CRM. Null: none is.</summary>
    public string? OwnerOfNewLeads { get; set; }

    /// <summary>Suppression is broken: every new lead is told of in an activity of this type. Null: none is.</summary>
    public int? ActivityOfNewLeads { get; set; }

    /// <summary>Leads whose deletion is refused.</summary>
    public Func<FakeMarketoLead, bool> Keeps { get; set; } = _ => false;

    /// <summary>Fields by REST API name, with their type.</summary>
    public Dictionary<string, string> Fields { get; } =
        new()
        {
            ["id"] = "integer",
            ["email"] = "email",
            ["firstName"] = "string",
            ["lastName"] = "string",
            ["company"] = "string",
            ["title"] = "string",
            ["createdAt"] = "datetime",
            ["updatedAt"] = "datetime",
            ["sfdcLeadId"] = "string",
            ["sfdcLeadOwnerId"] = "string",
            ["leadScore"] = "score",
            ["sgRunId"] = "string",
            ["isSynthetic"] = "boolean",
        };

    public List<FakeMarketoLead> Leads { get; } = [];

    /// <summary>Static lists with their members.</summary>
    public Dictionary<int, HashSet<long>> Lists { get; } = new() { [1001] = [] };

    /// <summary>Programmes with their statuses in order.</summary>
    public Dictionary<int, string[]> Programs { get; } = new() { [2045] = ["Invited", "Registered", "Attended"] };

    /// <summary>Forms with the fields that they have.</summary>
    public Dictionary<int, string[]> Forms { get; } =
        new() { [1029] = ["email", "firstName", "lastName", "company", "title"] };

    public List<FakeMarketoCampaign> Campaigns { get; } = [];

    /// <summary>Tokens by folder: name, type, value.</summary>
    public Dictionary<(string Type, int Id), List<(string Name, string Type, string Value)>> Tokens { get; } = [];

    public List<FakeMarketoActivityType> ActivityTypes { get; } =
    [
        new(FillOutForm, "Fill Out Form", false, "Webform ID", []),
        new(SendEmail, "Send Email", false, "Mailing ID", []),
        new(SendAlert, "Send Alert", false, "Mailing ID", []),
        new(100_001, "Watch Demo", true, "Demo", ["minutes", "source"]),
    ];

    public List<FakeMarketoActivity> Activities { get; } = [];

    internal Dictionary<(int Program, long Lead), string> Statuses { get; } = [];

    /// <summary>A number that was never given before.</summary>
    internal long NextId() => ++_lastId;

    internal FakeMarketoLead? Find(long id) => Leads.Find(lead => lead.Id == id);

    internal IReadOnlyList<FakeMarketoLead> FindBy(string field, string value) =>
        Leads.FindAll(lead => string.Equals(lead.Find(field), value, StringComparison.OrdinalIgnoreCase));

    internal FakeMarketoLead Create(IEnumerable<KeyValuePair<string, JsonNode?>> fields)
    {
        var lead = new FakeMarketoLead(NextId(), Now);
        Leads.Add(lead);
        lead.Fields["id"] = lead.Id;
        lead.Fields["createdAt"] = $"{lead.CreatedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z";
        Write(lead, fields);
        if (OwnerOfNewLeads is { } owner)
        {
            lead.Fields["sfdcLeadOwnerId"] = owner;
        }

        if (ActivityOfNewLeads is { } type)
        {
            Log(lead, type, Now, "");
        }

        return lead;
    }

    internal void Write(FakeMarketoLead lead, IEnumerable<KeyValuePair<string, JsonNode?>> fields)
    {
        foreach (var (name, value) in fields)
        {
            lead.Fields[name] = value?.DeepClone();
        }

        lead.Fields["updatedAt"] = $"{Now.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z";
        lead.ChangedAt = Now;
    }

    internal void Act(FakeMarketoLead lead, string kind, string name, IReadOnlyDictionary<string, string?> properties)
    {
        lead.Signals.Add((kind, name, properties));
        lead.ChangedAt = Now;
    }

    public FakeMarketoActivity Log(
        FakeMarketoLead lead,
        int type,
        DateTimeOffset at,
        string primary,
        IReadOnlyDictionary<string, string?>? attributes = null
    )
    {
        var activity = new FakeMarketoActivity(
            NextId(),
            lead.Id,
            type,
            at,
            primary,
            attributes ?? new Dictionary<string, string?>()
        );
        Activities.Add(activity);
        return activity;
    }

    internal void Later(TimeSpan by, Action work) => _late.Add((Now + by, work));

    /// <summary>Does what has become due: late work first, then scores.</summary>
    internal void CatchUp()
    {
        foreach (var (due, work) in _late.Where(late => late.Due <= Now).OrderBy(late => late.Due).ToList())
        {
            work();
            _late.RemoveAll(late => late.Due == due && late.Do == work);
        }

        foreach (var lead in Leads.Where(lead => lead.ChangedAt is { } at && at + ScoringDelay <= Now))
        {
            lead.ChangedAt = null;
            var fields = lead.Fields.ToDictionary(field => field.Key, field => field.Value?.ToString());
            foreach (var (name, value) in score(fields, lead.Signals))
            {
                lead.Fields[name] = Typed(name, value);
            }
        }
    }

    private JsonNode? Typed(string name, string? value) =>
        value is null ? null
        : Fields.GetValueOrDefault(name) is "score" or "integer" ? JsonNode.Parse(value)
        : JsonValue.Create(value);
}
