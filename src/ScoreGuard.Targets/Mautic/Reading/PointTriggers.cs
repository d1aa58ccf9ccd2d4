using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>What happens when points reach a number: each event once a contact, for ever, also when they fall and rise again.</summary>
internal sealed class PointTriggers(MauticConfiguration configuration, Dimensions dimensions, Stages stages)
{
    public void CarryInto(ModelDraft draft)
    {
        foreach (var trigger in configuration.Published(MauticList.Triggers))
        {
            var events = trigger
                .Find("events")
                .Items()
                .Select(item => item.Item)
                .OrderBy(happening => happening.Find("order").AsWhole() ?? 0);
            foreach (var happening in events)
            {
                Carry(draft, trigger, happening);
            }
        }
    }

    private void Carry(ModelDraft draft, JsonElement trigger, JsonElement happening)
    {
        var part = $"point trigger {trigger.Find("name").AsText()} / event {happening.Find("name").AsText()}";
        var stage = happening.Find("properties").Find("stage").AsText();
        if (stage is null)
        {
            draft.LeaveOut(part, ReasonFor(happening.Find("type").AsText()));
            return;
        }

        List<string> reasons =
        [
            "Mautic does it once a contact; the model does it unless the lead was in that stage before.",
        ];
        var dimension = dimensions.Of(trigger, null, reasons).Name;
        var how = new JsonObject
        {
            ["when"] = new JsonObject { [$"score.{dimension}"] = $">= {trigger.Find("points").AsWhole() ?? 0}" },
        };
        if (
            stages.TryAddTransition(
                draft,
                $"trigger-{trigger.Find("id").AsText()}-event-{happening.Find("id").AsText()}",
                stage,
                how
            )
        )
        {
            draft.Carry(part, reasons);
        }
        else
        {
            draft.LeaveOut(part, "It names a stage that is not there or not published.");
        }
    }

    private static string ReasonFor(string? type) =>
        type switch
        {
            "email.send" or "email.send_to_user" => "The model sends no mail.",
            "lead.changelists" =>
                "The model has no segments that are changed by hand; a campaign on that segment is not followed.",
            "campaign.changecampaign" => "A campaign that points lead into is not followed.",
            "lead.changetags" => "The model has no tags.",
            "plugin.leadpush" => "The model pushes leads nowhere.",
            _ => "A plugin's event, or one of a later version.",
        };
}
