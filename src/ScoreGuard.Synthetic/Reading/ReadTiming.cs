using ScoreGuard.Domain.Documents;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

internal readonly record struct ReadTiming(Timing Timing, Place Place)
{
    /// <summary>The step that it counts from; null where it counts from none.</summary>
    public NameUse? Step => Timing is Timing.Relative { Anchor.StepName: { } step } ? new NameUse(step, Place) : null;
}
