using System.Collections.Immutable;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>A kind of activity in a persona's journey: whether, when and how often it happens.</summary>
/// <param name="Id">Unique in its persona.</param>
/// <param name="Activity">The activity's type.</param>
/// <param name="Journey">The shared journey that it is part of; null for a step of the persona's own.</param>
/// <param name="Times">How often it happens; what falls outside creation to <c>asOf</c> is left out.</param>
/// <param name="EverySeconds">The gap from one time to the next; null: each time is drawn by itself.</param>
/// <param name="Chance">0 to 1, asked once an anchor.</param>
/// <param name="If">Steps that all must have happened.</param>
/// <param name="Unless">Steps none of which may happen.</param>
/// <param name="Until">Only what is before the first time of this step; null: everything.</param>
/// <param name="Properties">In the order in which activities carry them.</param>
public sealed record StepPlan(
    string Id,
    string Activity,
    JourneyChance? Journey,
    Timing At,
    WholeRange Times,
    WholeRange? EverySeconds,
    decimal Chance,
    ImmutableArray<string> If,
    ImmutableArray<string> Unless,
    string? Until,
    ImmutableArray<AttributePlan> Properties
)
{
    /// <summary>The steps that must be known before this one, repeats included.</summary>
    public IEnumerable<string> Needs =>
        If.Concat(Unless).Concat(new[] { Until, (At as Timing.Relative)?.Anchor.StepName }.OfType<string>());
}
