using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Reads contacts: by their ids at once, by the run's mark through an index that lags some seconds behind.</summary>
internal sealed class ContactReads(HubSpotWire wire)
{
    private const string Read = "crm/v3/objects/contacts/batch/read";
    private const string Search = "crm/v3/objects/contacts/search";
    private const int PageSize = 200;

    /// <summary>HubSpot pages no further than this through one search.</summary>
    private const int MostFound = 10_000;

    public async Task<ImmutableArray<Observation>> ReadAsync(
        ImmutableArray<string> records,
        ImmutableArray<string> properties,
        CancellationToken cancellationToken
    )
    {
        if (records.IsEmpty)
        {
            return [];
        }

        var call = HubSpotWire.Post(
            "read contacts",
            Read,
            new()
            {
                ["inputs"] = new JsonArray([.. records.Select(record => (JsonNode)new JsonObject { ["id"] = record })]),
                ["properties"] = Texts(properties),
                ["propertiesWithHistory"] = new JsonArray(),
            }
        );
        var answer = await wire.AskAsync(call, cancellationToken);
        if (!answer.IsSuccess)
        {
            return HubSpotError.IsMissing(answer.Json) ? [] : throw wire.Refused(call, answer);
        }

        return
        [
            .. answer
                .Json.Items("results")
                .Where(contact => contact.FindText("id") is not null)
                .Select(contact => new Observation(contact.FindText("id")!, Values(contact, properties))),
        ];
    }

    /// <param name="run">Contacts whose <paramref name="runField"/> is this; null: with any value in it.</param>
    public async Task<ImmutableArray<LeftRecord>> SearchAsync(
        string runField,
        string? run,
        CancellationToken cancellationToken
    )
    {
        var found = ImmutableArray.CreateBuilder<LeftRecord>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var after = "0"; after is not null && seen.Count < MostFound; )
        {
            var call = HubSpotWire.Post("search contacts", Search, Query(runField, run, after));
            var answer = await wire.SearchAsync(call, cancellationToken);
            var before = seen.Count;
            foreach (var contact in answer.Json.Items("results"))
            {
                // The search ignores case and may answer from before the last change.
                var mark = contact.TryGet("properties", out var properties) ? properties.FindText(runField) : null;
                if (contact.FindText("id") is { } id && seen.Add(id) && mark?.Length > 0 && (run ?? mark) == mark)
                {
                    found.Add(new(id, mark));
                }
            }

            after = seen.Count > before ? NextPage(answer.Json) : null;
        }

        return found.ToImmutable();
    }

    private static string? NextPage(JsonElement answer) =>
        answer.TryGet("paging", out var paging) && paging.TryGet("next", out var next) ? next.FindText("after") : null;

    private static JsonObject Query(string runField, string? run, string after)
    {
        var filter = new JsonObject { ["propertyName"] = runField, ["operator"] = run is null ? "HAS_PROPERTY" : "EQ" };
        if (run is not null)
        {
            filter["value"] = run;
        }

        return new()
        {
            ["filterGroups"] = new JsonArray(new JsonObject { ["filters"] = new JsonArray(filter) }),
            ["properties"] = Texts([runField]),
            ["sorts"] = new JsonArray(),
            ["limit"] = PageSize,
            ["after"] = after,
        };
    }

    private static JsonArray Texts(ImmutableArray<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text)!)]);

    private static ImmutableDictionary<string, string?> Values(JsonElement contact, ImmutableArray<string> properties)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        var given = contact.TryGet("properties", out var all) ? all : default;
        foreach (var property in properties)
        {
            values[property] = given.FindText(property) is { Length: > 0 } value ? value : null;
        }

        return values.ToImmutable();
    }
}
