using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>What a plan says for all of its personas.</summary>
internal sealed class SharedParts
{
    private const long NinetyDays = 90 * 86_400;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<(string Code, SourcePosition At)> told = [];

    public SharedParts(RecordReader reader, Instant? asOf)
    {
        AsOf = asOf;
        Created = reader.Get(
            LeadPlanKeys.Created,
            new(new Timing.Relative(-NinetyDays, 0, new TimeAnchor.AsOf()), reader.Place)
        );
        Locales = reader.Get(LeadPlanKeys.Locale, [new(Plans.Locales.Find(Plans.Locales.Default)!, 1)]);
        Attributes = reader.Get(LeadPlanKeys.Attributes, []);
        Journeys = reader.Get(LeadPlanKeys.Journeys, []);
    }

    /// <summary>Null where it could not be read.</summary>
    public Instant? AsOf { get; }

    public ReadTiming Created { get; }

    public ImmutableArray<Weighted<Locale>> Locales { get; }

    public ImmutableArray<Named<ReadValue>> Attributes { get; }

    public ImmutableArray<Named<ImmutableArray<ReadStep>>> Journeys { get; }

    /// <summary>The steps of a journey that a persona takes; null where the plan has no such journey.</summary>
    public ImmutableArray<ReadStep>? Take(string journey)
    {
        taken.Add(journey);
        var found = Journeys.FirstOrDefault(shared => string.Equals(shared.Name, journey, StringComparison.Ordinal));
        return found?.Value;
    }

    /// <summary>Reports what is wrong with something shared once, however many personas have it.</summary>
    public void ErrorOnce(Place place, DiagnosticCode code, string message)
    {
        if (told.Add((code.Code, place.Node.At)))
        {
            place.Error(code, message);
        }
    }

    public void WarnOfUnusedJourneys()
    {
        foreach (var journey in Journeys.Where(journey => !taken.Contains(journey.Name)))
        {
            journey.Mapping.Diagnostics.Warn(
                LeadPlanCodes.UnusedJourney,
                journey.Entry.KeyAt,
                journey.Place.Path,
                $"No persona takes the journey {Quote.Code(journey.Name)}; name it under the `journeys` of one, or remove it."
            );
        }
    }
}
