using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Reports steps that can never happen, and journeys with more activities than a lead may have.</summary>
internal sealed class ReachCheck(string persona, SharedParts shared, Instant asOf, Timing created)
{
    private const long MostActivities = 100_000;

    public void Check(ImmutableArray<PlacedStep> steps)
    {
        var places = steps.Select((step, place) => (step.Plan.Id, place)).ToDictionary(StringComparer.Ordinal);
        var (order, circle) = Precedence.Order(
            steps.Length,
            place => steps[place].Plan.Needs.Select(name => places[name])
        );
        if (circle.Length > 0)
        {
            return;
        }

        var creation = Reach.OfCreation(created, asOf)!.Value;
        var life = new Reach(creation.Low, asOf.UnixMilliseconds);
        var reaches = new Dictionary<string, Reach>(StringComparer.Ordinal);
        var most = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var step in order.Select(place => steps[place]))
        {
            most[step.Plan.Id] = Most(step.Plan, most);
            if (Raw(step.Plan.At, creation, life, reaches) is not { } raw)
            {
                continue;
            }

            if (raw.Within(life) is { } reach)
            {
                // Later times of a step with a gap may be anywhere up to asOf.
                reaches[step.Plan.Id] = step.Plan.EverySeconds is null ? reach : reach with { High = life.High };
            }
            else
            {
                shared.ErrorOnce(
                    step.Read.At.Place,
                    LeadPlanCodes.NeverFits,
                    $"The step {Quote.Code(step.Plan.Id)} of the persona {Quote.Code(persona)} can never happen: it would be {Span(raw)}, but leads live from {Text(life.Low)} to {Text(life.High)}."
                );
            }
        }

        var sum = most.Values.Aggregate(0L, (sum, times) => Math.Min(sum + times, MostActivities * 1000));
        if (sum > MostActivities)
        {
            shared.ErrorOnce(
                steps[0].Place,
                LeadPlanCodes.TooManyActivities,
                $"A lead of the persona {Quote.Code(persona)} could have {sum} activities; at most {MostActivities} are allowed."
            );
        }
    }

    private static long Most(StepPlan step, Dictionary<string, long> most)
    {
        var anchors = step.At is Timing.Relative { Anchor: TimeAnchor.EachOf each } ? most[each.Step] : 1;
        return Math.Min(anchors * step.Times.High, MostActivities * 1000);
    }

    // Null where the step that it counts from cannot happen, which has been reported there.
    private static Reach? Raw(Timing at, Reach creation, Reach life, Dictionary<string, Reach> reaches) =>
        at switch
        {
            Timing.Between between => new(between.Low.UnixMilliseconds, between.High.UnixMilliseconds),
            Timing.Relative { Anchor: TimeAnchor.Creation } relative => creation.Moved(relative),
            Timing.Relative { Anchor: TimeAnchor.AsOf } relative => new Reach(life.High, life.High).Moved(relative),
            Timing.Relative { Anchor: TimeAnchor.Fixed anchor } relative => Reach.At(anchor.At).Moved(relative),
            Timing.Relative { Anchor.StepName: { } step } relative => reaches.TryGetValue(step, out var from)
                ? from.Moved(relative)
                : null,
            _ => life,
        };

    private static string Span(Reach reach) =>
        reach.Low == reach.High ? $"at {Text(reach.Low)}" : $"from {Text(reach.Low)} to {Text(reach.High)}";

    private static string Text(long milliseconds) =>
        milliseconds is >= 0 and < 4_133_980_800_000 ? $"{new Instant(milliseconds)}"
        : milliseconds < 0 ? "before 1970"
        : "after 2100";
}
