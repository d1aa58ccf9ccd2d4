using System.Collections.Immutable;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>Exact sums over the outcomes of many leads. Every collection is sorted ordinally, so that equal totals are equal bytes.</summary>
/// <param name="Stages">Leads by final stage; "" stands for none.</param>
/// <param name="Routes">Leads by where they were routed last; "" stands for nowhere.</param>
/// <param name="Reached">Leads by the set of stages that they ever entered.</param>
public sealed record OutcomeTotals(
    long Leads,
    ImmutableArray<OutcomeTotals.Tally> Stages,
    ImmutableArray<OutcomeTotals.Tally> Routes,
    ImmutableArray<OutcomeTotals.StageSet> Reached,
    ImmutableArray<OutcomeTotals.Dimension> Scores,
    ImmutableArray<OutcomeTotals.Rule> Rules
)
{
    public static OutcomeTotals None { get; } = new(0, [], [], [], [], []);

    public readonly record struct Tally(string Name, long Leads);

    /// <param name="Stages">Sorted, each once.</param>
    public readonly record struct StageSet(ImmutableArray<string> Stages, long Leads);

    /// <param name="Unscored">Leads without a value.</param>
    /// <param name="Values">By value, ascending.</param>
    public readonly record struct Dimension(string Name, long Unscored, ImmutableArray<ValueCount> Values);

    public readonly record struct ValueCount(decimal Value, long Leads);

    /// <param name="Leads">To whom it gives points.</param>
    /// <param name="Points">All of them together.</param>
    public readonly record struct Rule(string Id, long Leads, decimal Points);
}
