using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>One score of a lead: its own rules, or a weighted sum of other dimensions.</summary>
/// <param name="Start">Counts from the beginning; 0 where the model says nothing.</param>
/// <param name="UnscoredIsMissing">The value is missing until something scored.</param>
/// <param name="Sum">Weights of other dimensions; empty where the dimension has rules of its own.</param>
public sealed record Dimension(
    string Name,
    decimal Start,
    decimal? Min,
    decimal? Max,
    bool UnscoredIsMissing,
    ImmutableArray<RuleGroup> Groups,
    ImmutableArray<Rule> Rules,
    ImmutableArray<SumTerm> Sum
);

public sealed record RuleGroup(string Name, decimal? Min, decimal? Max);

/// <param name="Weight">At most six decimals, within ±1000.</param>
public sealed record SumTerm(string Dimension, decimal Weight);
