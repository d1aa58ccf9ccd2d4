using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Writes one happening on Mautic as rules of the model: one for all types of activities with the same conditions.</summary>
/// <param name="id">Of the first rule; the others add a number.</param>
/// <param name="note">What people on Mautic call it.</param>
/// <param name="isOnce">Once a lead, for ever, whichever of the activities it was.</param>
internal sealed class ScoreRules(string id, string note, ImmutableArray<Occasion> occasions, bool isOnce)
{
    /// <param name="operation">The rule's <c>points</c>, <c>set</c> or <c>multiply</c>.</param>
    /// <param name="when">What else must hold for an occasion, over the lead; null: nothing.</param>
    public void AddTo(
        ModelDraft draft,
        string dimension,
        (string Name, decimal Value) operation,
        Func<Occasion, IReadOnlyList<JsonObject>>? when = null
    )
    {
        var groups = occasions.GroupBy(occasion => occasion.WhereText, StringComparer.Ordinal).ToList();
        for (var at = 0; at < groups.Count; at++)
        {
            var group = groups[at];
            var rule = new JsonObject
            {
                ["id"] = at == 0 ? id : $"{id}-{at + 1}",
                ["note"] = note,
                ["on"] = new JsonArray([.. group.Select(occasion => JsonValue.Create(occasion.Activity))]),
            };
            if (group.First().NewWhere() is { } where)
            {
                rule["where"] = where;
            }

            var others = isOnce ? groups.Where(other => other != group).SelectMany(other => other) : [];
            List<JsonObject> conditions =
            [
                .. when?.Invoke(group.First()) ?? [],
                .. others.Select(other => Criteria.Opposite(other.Did())),
            ];
            if (Criteria.All(conditions) is { } criteria)
            {
                rule["when"] = criteria;
            }

            rule[operation.Name] = operation.Value;
            if (isOnce)
            {
                rule["limit"] = new JsonObject { ["times"] = 1 };
            }

            draft.AddRule(dimension, rule);
        }
    }
}
