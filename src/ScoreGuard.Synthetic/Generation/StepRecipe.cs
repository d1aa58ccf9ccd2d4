using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>A step, ready to happen: other steps are places in the persona's order.</summary>
internal sealed class StepRecipe
{
    private readonly StepPlan plan;
    private readonly int self;
    private readonly ulong key;
    private readonly ulong journeyKey;
    private readonly Odds journeyChance;
    private readonly Odds chance;
    private readonly TimeSource when;
    private readonly TimeAnchor? anchor;
    private readonly int anchorStep;
    private readonly int[] mustHave;
    private readonly int[] mustNotHave;
    private readonly int until;
    private readonly byte[] head;
    private readonly ValueRecipe[] properties;

    public StepRecipe(StepPlan plan, IReadOnlyDictionary<string, int> places, ValueRecipe[] properties)
    {
        this.plan = plan;
        this.properties = properties;
        self = places[plan.Id];
        key = Draw.Key($"step {plan.Id}");
        journeyKey = Draw.Key($"journey {plan.Journey?.Name}");
        journeyChance = Odds.Chance(plan.Journey?.Chance ?? 1);
        chance = Odds.Chance(plan.Chance);
        when = new(plan.At);
        anchor = (plan.At as Timing.Relative)?.Anchor;
        anchorStep = anchor?.StepName is { } step ? places[step] : -1;
        mustHave = [.. plan.If.Select(name => places[name])];
        mustNotHave = [.. plan.Unless.Select(name => places[name])];
        until = plan.Until is { } name ? places[name] : -1;
        head = [.. "{\"type\":"u8, .. JsonText.Of(plan.Activity), .. ",\"at\":\""u8];
    }

    /// <summary>Draws when the step happens in this lead; the steps that it needs have been drawn.</summary>
    public void Happen(LeadUnderway lead)
    {
        var happened = lead.Happened[self];
        happened.Clear();
        var anchors = anchorStep < 0 ? null : lead.Happened[anchorStep];
        if (!IsDue(lead) || anchors is { Count: 0 })
        {
            return;
        }

        var latest = until >= 0 && lead.Happened[until].Count > 0 ? lead.Happened[until].Min() - 1 : lead.AsOf;
        var draw = lead.Draw(key);
        switch (anchor)
        {
            case TimeAnchor.EachOf:
                for (var index = 0; index < anchors!.Count; index++)
                {
                    Happen(lead, anchors[index], latest, ref draw);
                }

                break;
            case TimeAnchor.FirstOf:
                Happen(lead, anchors!.Min(), latest, ref draw);
                break;
            case TimeAnchor.LastOf:
                Happen(lead, anchors!.Max(), latest, ref draw);
                break;
            default:
                Happen(lead, anchor: null, latest, ref draw);
                break;
        }
    }

    /// <summary>Writes the <paramref name="index"/>-th activity of this step.</summary>
    public void Write(LeadUnderway lead, long at, int index, Bytes to)
    {
        to.Add(head);
        LeadWriter.WriteInstant(at, to);
        to.Add((byte)'"');
        if (properties.Length > 0)
        {
            to.Add(",\"properties\":{"u8);
            foreach (var property in properties)
            {
                property.Write(lead, index, property.Make(lead, index), to);
            }

            to.Add((byte)'}');
        }

        to.Add((byte)'}');
    }

    private bool IsDue(LeadUnderway lead)
    {
        foreach (var step in mustHave)
        {
            if (lead.Happened[step].Count == 0)
            {
                return false;
            }
        }

        foreach (var step in mustNotHave)
        {
            if (lead.Happened[step].Count > 0)
            {
                return false;
            }
        }

        return plan.Journey is null || journeyChance.Take(lead.Draw(journeyKey).Next());
    }

    private void Happen(LeadUnderway lead, long? anchor, long latest, ref Draw draw)
    {
        if (!chance.Take(draw.Next()))
        {
            return;
        }

        var times = plan.Times.Low + draw.Below(plan.Times.High - plan.Times.Low + 1);
        var at = 0L;
        for (var time = 0; time < times; time++)
        {
            at =
                time > 0 && plan.EverySeconds is { } gap ? at + ((gap.Low + draw.Below(gap.High - gap.Low + 1)) * 1000)
                : anchor is { } from ? when.From(from, ref draw)
                : when.At(ref draw, lead);
            if (at >= lead.CreatedAt && at <= latest)
            {
                lead.Happened[self].Add(at);
            }
        }
    }
}
