using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Lead scores as they stand tonight: as canonical JSON, as a listing, as a model.</summary>
internal static class ScoreSnapshot
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What changes by itself, or says who changed something and not what.</summary>
    private static readonly string[] Restless =
    [
        "createdAt",
        "updatedAt",
        "publishedAt",
        "archivedAt",
        "lastConfigurationChangeTimestamp",
        "createdBy",
        "updatedBy",
        "createdByUserId",
        "updatedByUserId",
        "createdUserId",
        "updatedUserId",
        "userId",
        "links",
    ];

    public static ConfigurationSnapshot Of(ImmutableArray<JsonElement> scores, LeadNames names)
    {
        var draft = new ModelDraft(names);
        var carried = ImmutableArray.CreateBuilder<CarriedPart>();
        var translation = new ScoreTranslation(draft, carried);
        foreach (var score in scores)
        {
            translation.Translate(score);
        }

        var parts = carried.ToImmutable();
        return new(Canonical(scores), ScoreListing.Of(scores, parts), draft.IsEmpty ? null : draft.Text(), parts);
    }

    private static string Canonical(ImmutableArray<JsonElement> scores) =>
        new JsonArray([.. scores.Select(Sorted)]).ToJsonString(Layout);

    private static JsonNode? Sorted(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new JsonObject(
                element
                    .EnumerateObject()
                    .Where(property => !Restless.Contains(property.Name, StringComparer.Ordinal))
                    // A repeated key: the last one counts, as readers of JSON have it.
                    .GroupBy(property => property.Name, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => KeyValuePair.Create(group.Key, Sorted(group.Last().Value)))
            ),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Sorted)]),
            JsonValueKind.Number when element.TryGetDecimal(out var number) => JsonValue.Create(
                number / 1.0000000000000000000000000000m
            ),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => JsonNode.Parse(element.GetRawText()),
        };
}
