using System.Collections.Immutable;

namespace ScoreGuard.Domain.Baselines;

/// <summary>A recorded accept or reject, bound to the evidence that it was made on.</summary>
/// <param name="Id">Of the run, and a number: <c>20260310T090000123Z-1a2b3c4d-1</c>.</param>
/// <param name="Run">The run that was looked at.</param>
/// <param name="BaselineRoot">Outcomes of the baseline that the run was compared with; null: there was none.</param>
/// <param name="OutcomesRoot">Outcomes of the run.</param>
/// <param name="Causes">With <see cref="DecisionScope.Causes"/>: which, each with the digest over its leads' lines.</param>
/// <param name="Leads">With <see cref="DecisionScope.Leads"/>: which.</param>
/// <param name="By">Who, as they named themselves; hostile text.</param>
/// <param name="Reason">Why; hostile text.</param>
public sealed record Decision(
    string Id,
    DecisionKind Kind,
    DecisionScope Scope,
    string Run,
    string? BaselineRoot,
    string OutcomesRoot,
    ImmutableArray<DecidedCause> Causes,
    ImmutableArray<string> Leads,
    string By,
    string Reason,
    Instant At
);

/// <param name="Digest">As <see cref="Drift.Cause.Digest"/> at the time of the decision.</param>
public readonly record struct DecidedCause(string Id, string Digest);
