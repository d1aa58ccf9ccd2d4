using System.Text.Json;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>What a form does when it is submitted.</summary>
internal sealed class FormActions(MauticConfiguration configuration, Dimensions dimensions, FormOccasions forms)
{
    private const string PointsChange = "lead.pointschange";

    public void CarryInto(ModelDraft draft)
    {
        foreach (var form in configuration.Published(MauticList.Forms))
        {
            var actions = form.Find("actions")
                .Items()
                .Select(item => item.Item)
                .OrderBy(action => action.Find("order").AsWhole() ?? 0)
                .ToList();
            var changes = actions.Where(action => action.Find("type").AsText() == PointsChange).ToList();
            foreach (var action in actions)
            {
                var part = $"form {form.Find("name").AsText()} / action {action.Find("name").AsText()}";
                if (changes.Contains(action))
                {
                    CarryChange(draft, part, (form, action), changes.Count(IsFactor) > 1 && IsFactor(action));
                }
                else
                {
                    draft.LeaveOut(part, "The model has no tags, segments, companies or mails.");
                }
            }
        }
    }

    private static bool IsFactor(JsonElement action) =>
        action.Find("properties").Find("operator").AsText() is "times" or "divide";

    private void CarryChange(
        ModelDraft draft,
        string part,
        (JsonElement Form, JsonElement Action) change,
        bool isOneOfMany
    )
    {
        var (form, action) = change;
        var formId = form.Find("id").AsText() ?? "";
        var occasions = forms.Of([formId]);
        if (occasions.IsEmpty)
        {
            draft.LeaveOut(part, "No signal of the workspace submits this form.");
            return;
        }

        var properties = action.Find("properties");
        List<string> reasons = [];
        if (isOneOfMany)
        {
            reasons.Add("Mautic adds up factors that it saves together; here they follow one another.");
        }

        if (MauticConfiguration.Ends(form))
        {
            reasons.Add("It is published for a time only.");
        }

        var (dimension, isGroup) = dimensions.Of(properties, null, reasons);
        var rules = new ScoreRules(
            $"form-{formId}-action-{action.Find("id").AsText()}",
            part,
            occasions,
            isOnce: false
        );
        if (properties.Find("points").AsWhole() is not { } points)
        {
            draft.LeaveOut(part, "Its points are no whole number.");
            return;
        }

        switch (properties.Find("operator").AsText(), points)
        {
            case ("plus" or "minus", 0) or ("times" or "divide", 1):
            case ("times" or "divide", 0) when !isGroup:
                // Mautic leaves the points as they are.
                if (isGroup)
                {
                    reasons.Add(PointActions.Nothing);
                }

                break;
            case ("plus", _):
                rules.AddTo(draft, dimension, ("points", points));
                break;
            case ("minus", _):
                rules.AddTo(draft, dimension, ("points", -points));
                break;
            case ("times", >= -1000 and <= 1000):
                rules.AddTo(draft, dimension, ("multiply", points));
                break;
            case ("divide", not 0):
                rules.AddTo(draft, dimension, ("multiply", Math.Round(1m / points, 6, MidpointRounding.AwayFromZero)));
                reasons.Add("Mautic keeps whole points after a division, the model keeps thousandths.");
                break;
            case ("set", _) when isGroup:
                rules.AddTo(draft, dimension, ("set", points));
                break;
            default:
                draft.LeaveOut(part, "Mautic itself fails on this operator, or the model has no such factor.");
                return;
        }

        draft.Carry(part, reasons);
    }
}
