using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Point actions: points for what visitors do, once a contact unless repeatable.</summary>
internal sealed class PointActions(
    MauticConfiguration configuration,
    Dimensions dimensions,
    FormOccasions forms,
    SignalOccasions occasions
)
{
    /// <summary>Why points of 0 are not exact in a group.</summary>
    public const string Nothing = "Mautic begins the group's score at 0 with it; the model's stays missing.";

    public void CarryInto(ModelDraft draft)
    {
        foreach (var action in configuration.Published(MauticList.Points))
        {
            var part = $"point action {action.Find("name").AsText()}";
            var properties = action.Find("properties");
            switch (action.Find("type").AsText())
            {
                case "form.submit":
                    Carry(draft, part, action, forms.Of(properties.Find("forms").Ids()));
                    break;
                case "asset.download":
                    Carry(draft, part, action, Downloads(properties.Find("assets").Ids()));
                    break;
                case "page.hit" when properties.Find("pages").Ids().Count == 0:
                    Carry(draft, part, action, LandingPages());
                    break;
                case "page.hit":
                    draft.LeaveOut(part, "Landing pages are not read, so their ids cannot be told from their aliases.");
                    break;
                case "url.hit":
                    CarryUrlHit(draft, part, action);
                    break;
                case "email.send" or "email.open":
                    draft.LeaveOut(part, "No mail is sent to synthetic leads.");
                    break;
                default:
                    draft.LeaveOut(part, "A plugin's action, whose conditions are not known here.");
                    break;
            }
        }
    }

    private void CarryUrlHit(ModelDraft draft, string part, JsonElement action)
    {
        var properties = action.Find("properties");
        var typed = Glob.Clean(properties.Find("page_url").AsText() ?? "");
        if (typed.Length == 0)
        {
            // Without an address it never gives points.
            draft.Carry(part, []);
            return;
        }

        if (properties.Find("accumulative_time").AsWhole() is > 0)
        {
            draft.LeaveOut(part, "Activities do not say how long a lead stayed on a page.");
            return;
        }

        var visits = Visits(typed, Glob.ToExpression(typed));
        var conditions = new UrlHitConditions(properties, Visits(typed, Glob.ToLikeExpression(typed)));
        Carry(draft, part, action, visits, conditions);
    }

    private void Carry(
        ModelDraft draft,
        string part,
        JsonElement action,
        ImmutableArray<Occasion> happening,
        UrlHitConditions? conditions = null
    )
    {
        if (happening.IsEmpty)
        {
            draft.LeaveOut(part, "No signal of the workspace does this.");
            return;
        }

        List<string> reasons = [.. conditions?.Reasons ?? []];
        if (MauticConfiguration.Ends(action))
        {
            reasons.Add("It is published for a time only.");
        }

        var id = action.Find("id").AsText() ?? "";
        var (dimension, isGroup) = dimensions.Of(action, id, reasons);
        var isOnce = !action.Find("repeatable").IsTruthy() || conditions?.IsFirstOnly == true;
        if (
            isOnce
            && conditions?.AsksBefore == true
            && happening.Select(visit => visit.WhereText).Distinct().Count() > 1
        )
        {
            reasons.Add("Its points are once a contact; here the first visit of another kind stops them.");
        }

        var delta = action.Find("delta").AsWhole() ?? 0;
        if (delta == 0 && isGroup)
        {
            reasons.Add(Nothing);
        }
        else if (delta != 0)
        {
            new ScoreRules($"action-{id}", part, happening, isOnce).AddTo(
                draft,
                dimension,
                ("points", delta),
                _ => conditions?.New() ?? []
            );
        }

        draft.Carry(part, reasons);
    }

    private ImmutableArray<Occasion> Visits(string glob, string expression) =>
        occasions.Find(
            SignalKind.Visit,
            signal =>
            {
                foreach (var field in signal.Fields)
                {
                    if (field.Theirs == MauticVisits.PageUrl)
                    {
                        return
                        [ // What is no address is a landing page of Mautic's own: another action's.
                            new JsonObject
                            {
                                [field.Ours] = new JsonObject { ["startsWith"] = "http", ["matches"] = expression },
                            },
                        ];
                    }
                }

                return AddressOf(signal) is { } address && Glob.Takes(glob, address) ? [] : null;
            }
        );

    private ImmutableArray<Occasion> LandingPages() =>
        occasions.Find(
            SignalKind.Visit,
            signal =>
                AddressOf(signal) is null && signal.Fields.All(field => field.Theirs != MauticVisits.PageUrl)
                    ? []
                    : null
        );

    private ImmutableArray<Occasion> Downloads(IReadOnlyList<string> assets) =>
        occasions.Find(
            SignalKind.Event,
            signal =>
                assets.Count == 0 || assets.Contains(signal.Name.Split(':')[0], StringComparer.Ordinal) ? [] : null
        );

    /// <summary>The fixed address that a signal visits; null: it visits a landing page.</summary>
    private static string? AddressOf(SignalMapping signal)
    {
        foreach (var constant in signal.Constants)
        {
            if (constant.Theirs == MauticVisits.PageUrl)
            {
                return constant.Value;
            }
        }

        return MauticVisits.IsAddress(signal.Name) ? signal.Name : null;
    }
}
