using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Application.Decisions;

/// <summary>What came of a decision.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome() { }

    /// <param name="Baseline">The new version that it made; null: it made none (a reject, a preview that is not live yet).</param>
    public sealed record Recorded(Decision Decision, Baseline? Baseline) : DecisionOutcome;

    /// <summary>Nothing was recorded and nothing moved.</summary>
    public sealed record Refused(ImmutableArray<Diagnostic> Diagnostics) : DecisionOutcome;
}
