using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>What campaigns do to points and stages right after a lead got into them; all behind a decision is left out.</summary>
internal sealed class Campaigns(
    MauticConfiguration configuration,
    Dimensions dimensions,
    Stages stages,
    CampaignSources sources
)
{
    private const string Cron = "Mautic does it with its next scheduled job, the model at once.";

    public void CarryInto(ModelDraft draft)
    {
        foreach (var campaign in configuration.Published(MauticList.Campaigns))
        {
            foreach (var (_, happening) in campaign.Find("events").Items())
            {
                Carry(draft, campaign, happening);
            }
        }
    }

    private void Carry(ModelDraft draft, JsonElement campaign, JsonElement happening)
    {
        var part = $"campaign {campaign.Find("name").AsText()} / event {happening.Find("name").AsText()}";
        var type = happening.Find("type").AsText();
        if (type is not ("lead.changepoints" or "stage.change"))
        {
            draft.LeaveOut(
                part,
                happening.Find("eventType").AsText() == "action"
                    ? "It changes neither points nor a stage."
                    : "Decisions and conditions of campaigns are not carried."
            );
            return;
        }

        if (IsBehind(happening) || happening.Find("triggerMode").AsText() is not ("immediate" or null or ""))
        {
            draft.LeaveOut(part, "It stands behind a decision, a condition, another action or a delay.");
            return;
        }

        var (occasions, criteria, missing) = sources.Of(campaign, draft);
        if (criteria is null && occasions.IsEmpty)
        {
            draft.LeaveOut(
                part,
                missing.IsEmpty ? "No signal of the workspace leads there." : string.Join(' ', missing)
            );
            return;
        }

        List<string> reasons = [Cron, .. missing];
        if (criteria is not null && !occasions.IsEmpty)
        {
            reasons.Add("A lead that comes in more than one way is counted for each.");
        }

        var id = $"campaign-{campaign.Find("id").AsText()}-event-{happening.Find("id").AsText()}";
        var properties = happening.Find("properties");
        var isCarried =
            type == "stage.change"
                ? TryChangeStage(draft, id, properties, (occasions, criteria))
                : TryChangePoints(draft, (id, part), properties, (occasions, criteria, reasons));
        if (isCarried)
        {
            draft.Carry(part, reasons);
        }
        else
        {
            draft.LeaveOut(part, "It names a stage that is not there or not published, or points that are no number.");
        }
    }

    private bool TryChangePoints(
        ModelDraft draft,
        (string Id, string Note) rule,
        JsonElement properties,
        (ImmutableArray<Occasion> Occasions, JsonObject? Criteria, List<string> Reasons) source
    )
    {
        if (properties.Find("points").AsWhole() is not { } points)
        {
            return false;
        }

        if (points == 0)
        {
            return true;
        }

        var dimension = dimensions.Of(properties, null, source.Reasons).Name;
        new ScoreRules(rule.Id, rule.Note, source.Occasions, isOnce: true).AddTo(draft, dimension, ("points", points));
        if (source.Criteria is not null)
        {
            draft.AddRule(
                dimension,
                new()
                {
                    ["id"] = $"{rule.Id}-segment",
                    ["note"] = rule.Note,
                    ["when"] = source.Criteria,
                    ["points"] = points,
                    ["keep"] = true,
                }
            );
        }

        return true;
    }

    private bool TryChangeStage(
        ModelDraft draft,
        string id,
        JsonElement properties,
        (ImmutableArray<Occasion> Occasions, JsonObject? Criteria) source
    )
    {
        var stage = properties.Find("stage").AsText() ?? "";
        var ways = new List<JsonObject>();
        foreach (var occasion in source.Occasions)
        {
            var way = new JsonObject { ["on"] = occasion.Activity };
            if (occasion.NewWhere() is { } where)
            {
                way["where"] = where;
            }

            ways.Add(way);
        }

        if (source.Criteria is not null)
        {
            ways.Add(new() { ["when"] = source.Criteria });
        }

        var isThere = true;
        for (var at = 0; at < ways.Count; at++)
        {
            isThere &= stages.TryAddTransition(draft, at == 0 ? id : $"{id}-{at + 1}", stage, ways[at]);
        }

        return isThere;
    }

    private static bool IsBehind(JsonElement happening) =>
        happening.Find("parent").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
        || happening.Find("decisionPath").AsText() is { Length: > 0 };
}
