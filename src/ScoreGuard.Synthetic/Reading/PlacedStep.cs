using ScoreGuard.Domain.Documents;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>A step of a persona with the places to complain about it.</summary>
internal sealed record PlacedStep(StepPlan Plan, ReadStep Read)
{
    public Place Place => Read.Place;
}
