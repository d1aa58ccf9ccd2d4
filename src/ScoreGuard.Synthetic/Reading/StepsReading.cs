using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Puts the steps of a persona together: shared journeys first, then its own.</summary>
internal sealed class StepsReading(string persona, SharedParts shared, IReadOnlySet<string> attributes)
{
    private const int MostSteps = 500;

    public ImmutableArray<PlacedStep> Read(ImmutableArray<Named<decimal>> taken, ImmutableArray<ReadStep> own)
    {
        var steps = new List<(ReadStep Step, JourneyChance? Journey)>();
        foreach (var journey in taken)
        {
            if (shared.Take(journey.Name) is { } shares)
            {
                steps.AddRange(shares.Select(step => (step, (JourneyChance?)new(journey.Name, journey.Value))));
            }
            else
            {
                var known = shared.Journeys.Select(known => known.Name).ToArray();
                journey.NameError(
                    LeadPlanCodes.UnknownJourney,
                    $"The plan has no journey {Quote.Code(journey.Name)}{Spelling.Hint(journey.Name, known)}"
                );
            }
        }

        steps.AddRange(own.Select(step => (step, (JourneyChance?)null)));
        if (steps.Count <= MostSteps)
        {
            return Placed(steps);
        }

        shared.ErrorOnce(
            steps[0].Step.Place,
            LeadPlanCodes.TooMany,
            $"The persona {Quote.Code(persona)} has {steps.Count} steps; at most {MostSteps} are allowed."
        );
        return [];
    }

    private ImmutableArray<PlacedStep> Placed(List<(ReadStep Step, JourneyChance? Journey)> steps)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedStep>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (step, journey) in steps)
        {
            var count = counts[step.Name] = counts.GetValueOrDefault(step.Name) + 1;
            if (count > 1 && step.Id is not null)
            {
                shared.ErrorOnce(
                    step.Place,
                    LeadPlanCodes.RepeatedStep,
                    $"The persona {Quote.Code(persona)} has another step called {Quote.Code(step.Id)}; give this one an `id` of its own."
                );
            }

            placed.Add(new(Plan(step, journey, count == 1 ? step.Name : $"{step.Name} #{count}"), step));
        }

        var isSound = true;
        foreach (var step in placed)
        {
            isSound &= NamesAreKnown(step.Read, counts);
        }

        if (isSound)
        {
            CheckCircles(placed.ToImmutable());
        }

        return isSound ? placed.ToImmutable() : [];
    }

    private bool NamesAreKnown(ReadStep step, Dictionary<string, int> counts)
    {
        var known = true;
        foreach (var use in step.Uses)
        {
            var count = counts.GetValueOrDefault(use.Name);
            if (count == 1)
            {
                continue;
            }

            known = false;
            if (count == 0)
            {
                shared.ErrorOnce(
                    use.Place,
                    LeadPlanCodes.UnknownStep,
                    $"The persona {Quote.Code(persona)} has no step {Quote.Code(use.Name)}{Spelling.Hint(use.Name, counts.Keys)}"
                );
            }
            else
            {
                shared.ErrorOnce(
                    use.Place,
                    LeadPlanCodes.RepeatedStep,
                    $"The persona {Quote.Code(persona)} has {count} steps called {Quote.Code(use.Name)}; give the one meant an `id`."
                );
            }
        }

        foreach (var property in step.Properties)
        {
            NameCheck.Attributes(property.Value.Uses, attributes, persona, shared);
        }

        return known;
    }

    private void CheckCircles(ImmutableArray<PlacedStep> steps)
    {
        var places = steps.Select((step, place) => (step.Plan.Id, place)).ToDictionary(StringComparer.Ordinal);
        var circle = Precedence
            .Order(steps.Length, place => steps[place].Plan.Needs.Select(name => places[name]))
            .Circle;
        if (circle.Length > 0)
        {
            shared.ErrorOnce(
                steps[circle[0]].Place,
                LeadPlanCodes.Circle,
                $"These steps wait for each other: {string.Join(" → ", circle.Select(place => Quote.Code(steps[place].Plan.Id)))}; break the circle."
            );
        }
    }

    private static StepPlan Plan(ReadStep step, JourneyChance? journey, string id) =>
        new(
            id,
            step.Activity,
            journey,
            step.At.Timing,
            step.Times,
            step.EverySeconds,
            step.Chance,
            [.. step.If.Select(use => use.Name)],
            [.. step.Unless.Select(use => use.Name)],
            step.Until?.Name,
            [.. step.Properties.Select(PersonaReading.Plan)]
        );
}
