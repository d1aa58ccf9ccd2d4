using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Http;

/// <summary>Finds the result of each lead in an answer.</summary>
internal sealed class AnswerReader(ResultPlaces places)
{
    private readonly ResultReader _results = new(places);

    /// <summary>One a lead, in their order.</summary>
    /// <exception cref="TargetFault">The answer as a whole is none.</exception>
    public ImmutableArray<ScoredLead> Read(ReadOnlyMemory<LeadLine> leads, JsonElement answer, Instant asOf)
    {
        if (
            answer.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)
            || places.Results.Find(answer) is not { } found
        )
        {
            throw Unintelligible("no results where they should be; see `results` in docs/targets/http.md");
        }

        if (!places.IsList)
        {
            return [_results.Read(leads.Span[0], found, asOf)];
        }

        if (found.ValueKind != JsonValueKind.Array)
        {
            throw Unintelligible("results that are no list");
        }

        return places.Lead is null ? ByOrder(leads, found, asOf) : ById(leads, found, asOf);
    }

    private ImmutableArray<ScoredLead> ByOrder(ReadOnlyMemory<LeadLine> leads, JsonElement found, Instant asOf) =>
        found.GetArrayLength() != leads.Length
            ? throw Unintelligible($"{found.GetArrayLength()} results for {leads.Length} leads")
            : [.. leads.ToArray().Zip(found.EnumerateArray(), (lead, result) => _results.Read(lead, result, asOf))];

    private ImmutableArray<ScoredLead> ById(ReadOnlyMemory<LeadLine> leads, JsonElement found, Instant asOf)
    {
        var asked = leads.ToArray();
        var known = asked.Select(lead => lead.Id).ToHashSet(StringComparer.Ordinal);
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var result in found.EnumerateArray())
        {
            if (places.Lead!.Find(result) is not { ValueKind: JsonValueKind.String } id)
            {
                throw Unintelligible("a result without its lead's id");
            }

            if (!known.Contains(id.GetString()!) || !byId.TryAdd(id.GetString()!, result))
            {
                throw Unintelligible("a result for a lead that was not asked for, or twice");
            }
        }

        return
        [
            .. asked.Select(lead =>
                byId.TryGetValue(lead.Id, out var result)
                    ? _results.Read(lead, result, asOf)
                    : new ScoredLead(lead, null, "the answer has no result for it")
            ),
        ];
    }

    private static TargetFault Unintelligible(string what) =>
        new(TargetFaultKind.Unintelligible, $"The scoring service answered with {what}.");
}
