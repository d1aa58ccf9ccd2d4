using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Which input of a batch came to which end, out of an answer of 200 or 207.</summary>
internal static class BatchAnswer
{
    private const string TraceName = "objectWriteTraceId";

    /// <summary>One result an input, in their order.</summary>
    public static ImmutableArray<RecordResult> Read(ImmutableArray<BatchInput> inputs, JsonElement answer)
    {
        var places = Places(inputs);
        var results = new RecordResult?[inputs.Length];
        foreach (var contact in answer.Items("results"))
        {
            if (contact.FindText("id") is { } id && PlaceOf(contact, id, places) is { } place)
            {
                results[place] = RecordResult.Of(id);
            }
        }

        var unplaced = new List<string>();
        foreach (var error in answer.Items("errors"))
        {
            var named = Named(error).Where(places.ContainsKey).Select(name => places[name]).Distinct().ToList();
            foreach (var place in named)
            {
                results[place] ??= HubSpotError.ResultOf(error);
            }

            if (named.Count == 0)
            {
                unplaced.Add(HubSpotError.Explain(error));
            }
        }

        var rest = string.Join("; ", unplaced.Distinct(StringComparer.Ordinal).Take(3));
        var refusal = rest.Length > 0 ? rest : "HubSpot said nothing of it";
        return [.. results.Select(result => result ?? RecordResult.Refused(refusal))];
    }

    private static Dictionary<string, int> Places(ImmutableArray<BatchInput> inputs)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < inputs.Length; place++)
        {
            places.TryAdd(inputs[place].Trace, place);
            places.TryAdd(inputs[place].Key, place);
        }

        return places;
    }

    private static int? PlaceOf(JsonElement contact, string id, Dictionary<string, int> places)
    {
        var address = contact.TryGet("properties", out var properties) ? properties.FindText("email") : null;
        foreach (var name in (string?[])[contact.FindText(TraceName), id, address])
        {
            if (name is not null && places.TryGetValue(name, out var place))
            {
                return place;
            }
        }

        return null;
    }

    private static IEnumerable<string> Named(JsonElement error) =>
        error.TryGet("context", out var context)
            ? ((string[])[TraceName, "ids", "id", "email"])
                .SelectMany(name => context.Items(name))
                .Select(item => item.AsText())
                .OfType<string>()
            : [];
}
