using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>
/// Turns one score into dimensions: one for fit, one for intent, one for both together, and beside them one for each group
/// whose rules and which itself are capped, for the model caps on two levels only.
/// </summary>
internal sealed class ScoreTranslation(ModelDraft draft, ImmutableArray<CarriedPart>.Builder carried)
{
    private const string Contacts = "0-1";
    private static readonly string[] Categories = ["FIT", "INTENT"];

    /// <summary>Statuses of scores that HubSpot does not compute, by parts of their names.</summary>
    private static readonly string[] Idle = ["INACTIVE", "DEACTIVATED", "DISABLED", "OFF", "PAUSED"];

    public void Translate(JsonElement score)
    {
        var title = $"score {score.FindName("name") ?? score.FindName("id") ?? "without a name"}";
        if (score.FindText("objectTypeId") is not (Contacts or "CONTACT"))
        {
            carried.Add(new(title, CarriedHow.LeftOut, "it scores no contacts"));
            return;
        }

        if (
            Array.Exists(
                Idle,
                idle => string.Equals(score.FindText("scoreStatus"), idle, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            carried.Add(new(title, CarriedHow.LeftOut, "it is switched off"));
            return;
        }

        var outputs = new ScoreOutputs(draft, carried, title);
        var groups = score.Items("groupConfigs").ToLookup(group => group.FindText("groupCategory") ?? "");
        var asked = Categories
            .Where(category => groups.Contains(category) || ScoreOutputs.Asks(score, category))
            .ToList();
        if (asked.Count == 0)
        {
            carried.Add(new(title, CarriedHow.LeftOut, "it has no groups"));
            return;
        }

        var whom = Whom(score, title);
        var dimensions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var category in asked)
        {
            var cap = Cap(score, asked.Count == 1 ? ["maxScorePerCategory", "maxScore"] : ["maxScorePerCategory"]);
            var name = outputs.NameOf(score, [category]);
            dimensions[category] = Category(name, cap, [.. groups[category]], new(title, whom));
        }

        if (asked.Count == 2)
        {
            var sum = new JsonObject { [dimensions["FIT"]] = 1, [dimensions["INTENT"]] = 1 };
            var total = new JsonObject { ["sum"] = sum };
            Put(total, "max", Cap(score, ["maxScore"]));
            dimensions[""] = draft.Add(outputs.NameOf(score, asked), total);
        }

        foreach (
            var cap in ((string[])["maxScore", "maxScorePerCategory"]).Where(cap => score.FindNumber(cap) is not null)
        )
        {
            carried.Add(new($"{title} / {cap}", CarriedHow.Exact, ""));
        }

        outputs.Translate(score, dimensions);
    }

    /// <summary>Whom the score is for, by segments.</summary>
    private Criterion Whom(JsonElement score, string title)
    {
        if (!score.TryGet("filterConfiguration", out var filter) || !filter.Items("segmentIds").Any())
        {
            return Criterion.Always;
        }

        var verdict = new Verdict();
        var members = draft.Members(filter.Items("segmentIds"), verdict);
        if (!members.IsEmpty)
        {
            verdict.Approximate("HubSpot gives no score to whom the score is not for, the model gives 0");
        }

        carried.Add(verdict.On($"{title} / segments"));
        return members.IsEmpty ? Criterion.Always
            : filter.FindText("listFilterType") == "EXCLUDES" ? Criterion.Any(members).Not
            : Criterion.Any(members);
    }

    private string Category(string wanted, decimal? cap, ImmutableArray<JsonElement> groups, GroupContext context)
    {
        var flat = new JsonObject();
        var rules = new JsonArray();
        var caps = new JsonObject();
        var nested = new List<GroupTranslation>();
        var translation = groups.Select(group => new GroupTranslation(draft, carried, group, context)).ToList();
        foreach (var group in translation)
        {
            if (group.NeedsItsOwnDimension)
            {
                nested.Add(group);
            }
            else
            {
                group.WriteInto(rules, caps);
            }
        }

        if (nested.Count == 0)
        {
            Put(flat, "max", cap);
            PutParts(flat, rules, caps);
            return draft.Add(wanted, flat);
        }

        // The sum stands under the wanted name, its parts beside it.
        var sum = new JsonObject();
        foreach (var group in nested)
        {
            sum[draft.Add($"{wanted}: {group.Name}", group.Dimension())] = 1;
        }

        if (rules.Count > 0)
        {
            PutParts(flat, rules, caps);
            sum[draft.Add($"{wanted}: other groups", flat)] = 1;
        }

        var total = new JsonObject { ["sum"] = sum };
        Put(total, "max", cap);
        return draft.Add(wanted, total);
    }

    private static void PutParts(JsonObject dimension, JsonArray rules, JsonObject caps)
    {
        if (caps.Count > 0)
        {
            dimension["groups"] = caps;
        }

        dimension["rules"] = rules;
    }

    private static decimal? Cap(JsonElement score, string[] names) =>
        names.Select(name => score.FindNumber(name)).Where(cap => cap is not null).Min();

    private static void Put(JsonObject dimension, string key, decimal? value)
    {
        if (value is { } given)
        {
            dimension[key] = RuleWorth.Of(given, new());
        }
    }
}

/// <param name="Title">Of the score.</param>
/// <param name="Whom">Whom the score is for.</param>
internal sealed record GroupContext(string Title, Criterion Whom);
