using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Whether a synthetic lead reached people: by fields that Sales or the CRM fill, and by what its activity log says.</summary>
internal sealed class MarketoBreaches(MarketoApi api, MarketoSearching search, MarketoOptions options)
{
    /// <summary>Types of activities in one call.</summary>
    private const int TypesAtOnce = 10;

    private const string CreatedAt = "createdAt";

    /// <summary>Fields of Marketo's own that only a CRM fills.</summary>
    private static readonly string[] CrmFields = ["sfdcLeadId", "sfdcContactId", "sfdcAccountId", "sfdcLeadOwnerId"];

    /// <summary>Activities of Marketo's own by which a lead reaches people or the CRM.</summary>
    private static readonly string[] ReachingActivities =
    [
        "Send Email",
        "Send Alert",
        "Send Sales Email",
        "Change Owner",
        "Sync Lead to SFDC",
        "Sync Lead to Microsoft",
        "Add to SFDC Campaign",
        "SFDC Activity",
        "Convert Lead",
    ];

    private ImmutableArray<string>? _fields;
    private ImmutableArray<(int Id, string Name)>? _types;

    public async Task<ImmutableArray<string>> FindAsync(string record, CancellationToken cancellationToken)
    {
        var fields = _fields ??= await FieldsAsync(cancellationToken);
        var types = _types ??= await TypesAsync(cancellationToken);
        var rows = await search.FindAsync("id", [record], [.. fields, CreatedAt], cancellationToken);
        if (rows.IsEmpty)
        {
            return ["it is gone: something on Marketo deleted or merged it"];
        }

        var breaches = ImmutableArray.CreateBuilder<string>();
        foreach (var field in fields.Where(field => MarketoJson.FindText(rows[0], field) is { Length: > 0 }))
        {
            breaches.Add($"its field {field} was filled in");
        }

        var since = MarketoJson.FindText(rows[0], CreatedAt) ?? "";
        foreach (var some in types.Chunk(TypesAtOnce))
        {
            breaches.AddRange(await FindActivitiesAsync(record, since, some, cancellationToken));
        }

        return breaches.ToImmutable();
    }

    private async Task<IEnumerable<string>> FindActivitiesAsync(
        string record,
        string since,
        (int Id, string Name)[] types,
        CancellationToken cancellationToken
    )
    {
        var token = await api.GetAsync(
            "find activities",
            $"rest/v1/activities/pagingtoken.json?sinceDatetime={Uri.EscapeDataString(Instant(since))}",
            cancellationToken
        );
        if (MarketoJson.FindText(token, "nextPageToken") is not { Length: > 0 } first)
        {
            throw new TargetFault(TargetFaultKind.Unintelligible, "Marketo gave no token for reading activities.");
        }

        var ids = string.Join('&', types.Select(type => $"activityTypeIds={type.Id}"));
        var found =
            await api.FindPagesAsync(
                new("find activities", "rest/v1/activities.json", $"{ids}&leadIds={MarketoJson.IdOf(record)}")
                {
                    First = first,
                },
                cancellationToken
            ) ?? [];
        return found
            .Select(row => MarketoJson.FindText(row, "activityTypeId"))
            .GroupBy(id => id)
            .Select(same => $"its activity log has {NameOf(types, same.Key)} ({same.Count()} times)")
            .Order(StringComparer.Ordinal);
    }

    private static string NameOf((int Id, string Name)[] types, string? id) =>
        types.FirstOrDefault(type => $"{type.Id}" == id).Name ?? $"the activity {id}";

    /// <summary>A lead's time of creation in the form that a paging token is asked for with.</summary>
    private static string Instant(string created) =>
        DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : throw new TargetFault(
                TargetFaultKind.Unintelligible,
                "Marketo says of a lead in no known form when it was made."
            );

    private async Task<ImmutableArray<string>> FieldsAsync(CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync("describe leads", "rest/v1/leads/describe2.json", cancellationToken);
        var known = MarketoJson
            .List(answer, "result")
            .SelectMany(entity => MarketoJson.List(entity, "fields"))
            .Select(field => MarketoJson.FindText(field, "name") ?? "")
            .ToHashSet(StringComparer.Ordinal);
        return options.BreachFields.IsEmpty ? [.. CrmFields.Where(known.Contains)] : options.BreachFields;
    }

    private async Task<ImmutableArray<(int Id, string Name)>> TypesAsync(CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync("read activity types", "rest/v1/activities/types.json", cancellationToken);
        var ids = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in MarketoJson.List(answer, "result"))
        {
            if (
                MarketoJson.FindText(type, "name") is { } name
                && MarketoNames.FindId(MarketoJson.FindText(type, "id") ?? "") is { } id
            )
            {
                ids[name] = id;
            }
        }

        var wanted = options.BreachActivities.IsEmpty ? [.. ReachingActivities] : options.BreachActivities;
        var missing = wanted.Where(name => !ids.ContainsKey(name)).ToList();
        if (!options.BreachActivities.IsEmpty && missing.Count > 0)
        {
            throw Setup(
                $"The option `breachActivities`: Marketo has no activity {Quote.Code(missing[0])}{Spelling.Hint(missing[0], ids.Keys)}"
            );
        }

        ImmutableArray<(int, string)> known = [.. wanted.Where(ids.ContainsKey).Select(name => (ids[name], name))];
        return known.IsEmpty
            ? throw Setup(
                "Marketo has none of the activities by which a lead reaches people under their usual names; name them in the option `breachActivities`."
            )
            : known;
    }

    private static TargetFault Setup(string message) => new(TargetFaultKind.Setup, message);
}
