using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Reads how Marketo scores, as far as its API shows it.</summary>
internal sealed class MarketoConfiguration(MarketoApi api, MarketoOptions options, TargetDefinition definition)
{
    /// <summary>Assets of one page.</summary>
    private const int PageRows = 200;

    public async Task<ConfigurationSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var all = await CampaignsAsync(cancellationToken);
        var live = ImmutableArray.CreateBuilder<MarketoCampaign>();
        foreach (var campaign in all.Where(campaign => campaign.IsLive).OrderBy(campaign => campaign.Id))
        {
            live.Add(campaign with { Rules = await RulesAsync(campaign.Id, cancellationToken) });
        }

        var scoring = new MarketoScoring(
            live.ToImmutable(),
            all.Count - live.Count,
            await TokensAsync(live, cancellationToken),
            await FieldsAsync(cancellationToken),
            await TypesAsync(cancellationToken)
        );
        return new(
            MarketoCanonical.Of(scoring),
            MarketoListing.Of(scoring),
            Model: null,
            MarketoListing.CarriedOf(scoring)
        );
    }

    private async Task<List<MarketoCampaign>> CampaignsAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, MarketoCampaign>();
        var scopes = options.Folders.IsEmpty ? [""] : options.Folders.Select(FolderQuery);
        foreach (var scope in scopes)
        {
            for (var offset = 0; ; offset += PageRows)
            {
                var answer = await api.GetAsync(
                    "read smart campaigns",
                    $"rest/asset/v1/smartCampaigns.json?maxReturn={PageRows}&offset={offset}{scope}",
                    cancellationToken
                );
                var page = MarketoJson.List(answer, "result");
                foreach (var campaign in page.Select(listed => new MarketoCampaign(listed, default)))
                {
                    found[campaign.Id] = campaign;
                }

                if (page.Length < PageRows)
                {
                    break;
                }
            }
        }

        return [.. found.Values];
    }

    private async Task<JsonElement> RulesAsync(int campaign, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(
            "read a campaign's smart list",
            $"rest/asset/v1/smartCampaign/{campaign}/smartList.json?includeRules=true",
            cancellationToken
        );
        return MarketoJson.List(answer, "result") is [var list, ..] && list.TryGetProperty("rules", out var rules)
            ? rules
            : default;
    }

    private async Task<ImmutableArray<(MarketoFolder Place, JsonElement Token)>> TokensAsync(
        IEnumerable<MarketoCampaign> campaigns,
        CancellationToken cancellationToken
    )
    {
        var tokens = new List<(MarketoFolder Place, JsonElement Token)>();
        foreach (var place in campaigns.SelectMany(campaign => campaign.Folders()).Concat(options.Folders).Distinct())
        {
            var answer = await api.GetAsync(
                "read tokens",
                $"rest/asset/v1/folder/{place.Id}/tokens.json?folderType={place.Type}",
                cancellationToken
            );
            tokens.AddRange(
                MarketoJson
                    .List(answer, "result")
                    .SelectMany(folder => MarketoJson.List(folder, "tokens"))
                    .Where(token => MarketoJson.FindText(token, "type") is "score" or "number")
                    .Select(token => (place, token))
            );
        }

        return
        [
            .. tokens
                .OrderBy(token => token.Place.Type, StringComparer.Ordinal)
                .ThenBy(token => token.Place.Id)
                .ThenBy(token => MarketoJson.FindText(token.Token, "name"), StringComparer.Ordinal),
        ];
    }

    private async Task<ImmutableArray<JsonElement>> FieldsAsync(CancellationToken cancellationToken)
    {
        var read = definition.Outcome.Properties();
        var answer = await api.GetAsync("describe leads", "rest/v1/leads/describe2.json", cancellationToken);
        return
        [
            .. MarketoJson
                .List(answer, "result")
                .SelectMany(entity => MarketoJson.List(entity, "fields"))
                .Where(field =>
                    MarketoJson.FindText(field, "dataType") == "score"
                    || read.Contains(MarketoJson.FindText(field, "name") ?? "")
                )
                .OrderBy(field => MarketoJson.FindText(field, "name"), StringComparer.Ordinal),
        ];
    }

    private async Task<ImmutableArray<JsonElement>> TypesAsync(CancellationToken cancellationToken)
    {
        var used = definition
            .Signals.Where(signal => signal.Kind == SignalKind.Event)
            .Select(signal => signal.Name)
            .ToHashSet(StringComparer.Ordinal);
        var answer = await api.GetAsync("read activity types", "rest/v1/activities/types.json", cancellationToken);
        return
        [
            .. MarketoJson
                .List(answer, "result")
                .Where(type => used.Contains(MarketoJson.FindText(type, "id") ?? ""))
                .OrderBy(type => MarketoNames.FindId(MarketoJson.FindText(type, "id") ?? "")),
        ];
    }

    private static string FolderQuery(MarketoFolder folder) =>
        $"&folder={Uri.EscapeDataString($$"""{"id":{{folder.Id}},"type":"{{folder.Type}}"}""")}";
}
