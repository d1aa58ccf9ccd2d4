using System.Collections.Immutable;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>A kind of lead: who they are and what they do. Holds what the plan gives to all, replaced or extended by its own.</summary>
/// <param name="Share">A weight among the personas, above 0.</param>
/// <param name="Locales">At least one; a lead has one of them.</param>
/// <param name="Created">When its leads are created; anchored to <c>asOf</c> or to fixed instants.</param>
/// <param name="Attributes">In the order in which leads carry them; references among them make no circle.</param>
/// <param name="Steps">In document order, shared journeys first; references among them make no circle.</param>
public sealed record Persona(
    string Name,
    decimal Share,
    ImmutableArray<Weighted<Locale>> Locales,
    Timing Created,
    ImmutableArray<AttributePlan> Attributes,
    ImmutableArray<StepPlan> Steps
);
