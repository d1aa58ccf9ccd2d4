using System.Collections.Immutable;
using System.Text.Json;

namespace ScoreGuard.Targets.Marketo;

/// <summary>What of Marketo's scoring can be read.</summary>
/// <param name="Campaigns">Live ones, by id, with their rules.</param>
/// <param name="Resting">How many others there are.</param>
/// <param name="Tokens">Score and number tokens, each with where it is; by place and name.</param>
/// <param name="Fields">Score fields and those that the workspace reads, by name.</param>
/// <param name="Types">Custom activity types that the workspace uses, by id.</param>
internal sealed record MarketoScoring(
    ImmutableArray<MarketoCampaign> Campaigns,
    int Resting,
    ImmutableArray<(MarketoFolder Place, JsonElement Token)> Tokens,
    ImmutableArray<JsonElement> Fields,
    ImmutableArray<JsonElement> Types
);
