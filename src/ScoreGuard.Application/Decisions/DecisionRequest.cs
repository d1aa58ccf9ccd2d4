using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;

namespace ScoreGuard.Application.Decisions;

/// <summary>What somebody decides about a run.</summary>
/// <param name="Run">As <see cref="Runs.RunNames"/> takes it.</param>
/// <param name="Causes">With scope <see cref="DecisionScope.Causes"/>.</param>
/// <param name="Leads">With scope <see cref="DecisionScope.Leads"/>.</param>
public sealed record DecisionRequest(
    string Run,
    DecisionKind Kind,
    DecisionScope Scope,
    ImmutableArray<string> Causes,
    ImmutableArray<string> Leads,
    string By,
    string Reason
);
