using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Reads lead scores through HubSpot's beta API, with GET alone: publishing or changing one would score real people anew.</summary>
internal sealed class ScoreReading(HubSpotWire wire, TargetDefinition definition, HubSpotOptions options)
{
    private const string Scores = "marketing/lead-scoring/2026-09-beta/scores";
    private const string Properties = "crm/v3/properties/contacts";
    private const int PageSize = 100;
    private const int MostPages = 50;

    /// <returns>Null: the account has no such API; or, for a replay, the token may not read it.</returns>
    public async Task<ConfigurationSnapshot?> FindAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<string>? ids;
        try
        {
            ids = await ListAsync(cancellationToken);
        }
        catch (TargetFault fault) when (fault.Kind == TargetFaultKind.Refused && definition.Use == TargetUse.Replay)
        {
            return null;
        }

        if (ids is null)
        {
            return null;
        }

        var scores = ImmutableArray.CreateBuilder<JsonElement>();
        foreach (var id in ids)
        {
            var path = $"{Scores}/{Uri.EscapeDataString(id)}";
            var draft = options.Draft ? await FindAsync($"{path}/draft", cancellationToken) : null;
            if ((draft ?? await FindAsync(path, cancellationToken)) is { } score)
            {
                scores.Add(score);
            }
        }

        var names = new LeadNames(definition, options, await PropertiesAsync(cancellationToken));
        return ScoreSnapshot.Of(scores.ToImmutable(), names);
    }

    private async Task<ImmutableArray<string>?> ListAsync(CancellationToken cancellationToken)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        var after = "";
        for (var page = 0; page < MostPages; page++)
        {
            var query = after.Length == 0 ? "" : $"&after={Uri.EscapeDataString(after)}";
            var answer = await FindAsync($"{Scores}?limit={PageSize}{query}", cancellationToken);
            if (answer is null)
            {
                return page == 0 ? null : [.. ids];
            }

            ids.UnionWith(answer.Value.Items("results").Select(score => score.FindText("id")).OfType<string>());
            if (
                !answer.Value.TryGet("paging", out var paging)
                || !paging.TryGet("next", out var next)
                || next.FindText("after") is not { Length: > 0 } further
                || further == after
            )
            {
                break;
            }

            after = further;
        }

        return [.. ids];
    }

    /// <summary>Types of contact properties; none where the token may not read them.</summary>
    private async Task<ImmutableDictionary<string, PropertyKind>> PropertiesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await FindAsync(Properties, cancellationToken);
            var kinds = ImmutableDictionary.CreateBuilder<string, PropertyKind>(StringComparer.Ordinal);
            foreach (var property in answer?.Items("results") ?? [])
            {
                if (property.FindText("name") is { } name)
                {
                    kinds[name] = new(property.FindText("type") ?? "", property.FindText("fieldType") ?? "");
                }
            }

            return kinds.ToImmutable();
        }
        catch (TargetFault fault) when (fault.Kind == TargetFaultKind.Refused)
        {
            return ImmutableDictionary<string, PropertyKind>.Empty;
        }
    }

    /// <returns>Null: HubSpot has no such thing.</returns>
    private async Task<JsonElement?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var call = HubSpotWire.Get("read lead scores", path);
        var answer = await wire.AskAsync(call, cancellationToken);
        if ((int)answer.Status == 404)
        {
            return null;
        }

        return answer.IsSuccess && answer.Json.ValueKind == JsonValueKind.Object ? answer.Json
            : answer.IsSuccess
                ? throw new TargetFault(
                    TargetFaultKind.Unintelligible,
                    "HubSpot's answer about lead scores is no JSON object."
                )
            : throw wire.Refused(call, answer);
    }
}
