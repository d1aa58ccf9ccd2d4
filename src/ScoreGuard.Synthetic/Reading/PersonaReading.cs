using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Puts a persona together from what the plan gives to all and from its own.</summary>
internal sealed class PersonaReading(Named<RecordReader> named, SharedParts shared)
{
    private const int MostAttributes = 1_000;

    public Persona Read()
    {
        var reader = named.Value;
        _ = reader.TryGet(LeadPlanKeys.Share, out var share);
        var created = reader.Get(LeadPlanKeys.Created, shared.Created);
        var locales = reader.Get(LeadPlanKeys.Locale, shared.Locales);
        var own = reader.Get(LeadPlanKeys.Attributes, []);
        var attributes = Merged(own);
        var names = attributes.Select(attribute => attribute.Name).ToHashSet(StringComparer.Ordinal);
        var steps = new StepsReading(named.Name, shared, names).Read(
            reader.Get(LeadPlanKeys.Taken, []),
            reader.Get(LeadPlanKeys.Journey, [])
        );
        CheckReferences(attributes, names);
        CheckCreation(created);
        if (shared.AsOf is { } asOf && IsTimed(created, asOf))
        {
            new ReachCheck(named.Name, shared, asOf, created.Timing).Check(steps);
        }

        return new(
            named.Name,
            share,
            locales,
            created.Timing,
            [.. attributes.Select(Plan)],
            [.. steps.Select(step => step.Plan)]
        );
    }

    public static AttributePlan Plan(Named<ReadValue> value) => new(value.Name, value.Value.Plan, value.Value.Dirt);

    private ImmutableArray<Named<ReadValue>> Merged(ImmutableArray<Named<ReadValue>> own)
    {
        var replaced = own.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);
        var merged = ImmutableArray.CreateBuilder<Named<ReadValue>>();
        foreach (var attribute in shared.Attributes)
        {
            merged.Add(replaced.Remove(attribute.Name, out var instead) ? instead : attribute);
        }

        merged.AddRange(own.Where(attribute => replaced.ContainsKey(attribute.Name)));
        return merged.ToImmutable();
    }

    private void CheckReferences(ImmutableArray<Named<ReadValue>> attributes, HashSet<string> names)
    {
        if (attributes.Length > MostAttributes)
        {
            shared.ErrorOnce(
                attributes[0].Place,
                LeadPlanCodes.TooMany,
                $"The persona {Quote.Code(named.Name)} has {attributes.Length} attributes; at most {MostAttributes} are allowed."
            );
            return;
        }

        foreach (var attribute in attributes)
        {
            if (Template.Known.Contains(attribute.Name))
            {
                shared.ErrorOnce(
                    attribute.Place,
                    LeadPlanCodes.ReservedName,
                    $"No attribute can be called {Quote.Code(attribute.Name)}, for it means something else in a plan; choose another name."
                );
            }

            NameCheck.Attributes(attribute.Value.Uses, names, named.Name, shared);
        }

        CheckCircles(attributes);
    }

    private void CheckCircles(ImmutableArray<Named<ReadValue>> attributes)
    {
        var names = attributes.Select(attribute => attribute.Name).ToArray();
        var places = names.Select((name, place) => (name, place)).ToDictionary(StringComparer.Ordinal);
        var circle = Precedence
            .Order(
                names.Length,
                place =>
                    References.Of(attributes[place].Value.Plan).Where(places.ContainsKey).Select(name => places[name])
            )
            .Circle;
        if (circle.Length > 0)
        {
            shared.ErrorOnce(
                attributes[circle[0]].Place,
                LeadPlanCodes.Circle,
                $"These attributes wait for each other: {string.Join(" → ", circle.Select(place => Quote.Code(names[place])))}; break the circle."
            );
        }
    }

    private static bool IsTimed(ReadTiming created, Instant asOf) =>
        Reach.OfCreation(created.Timing, asOf) is { } reach && reach.Low >= 0 && reach.High <= asOf.UnixMilliseconds;

    private void CheckCreation(ReadTiming created)
    {
        if (shared.AsOf is { } asOf && !IsTimed(created, asOf))
        {
            shared.ErrorOnce(
                created.Place,
                LeadPlanCodes.CreatedTooLate,
                $"Leads are created from 1970 on and at or before `asOf`, {asOf}, but here is {created.Place.Found}."
            );
        }
    }
}
