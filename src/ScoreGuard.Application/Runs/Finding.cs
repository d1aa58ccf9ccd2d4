using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Runs;

/// <summary>What replaying and comparing gave; nothing where something stood in the way.</summary>
/// <param name="Listed">Outcomes that people can look through; null: none.</param>
internal sealed record Finding(OutcomeSet? Outcomes, DriftSummary? Summary, ListedOutcomes? Listed = null)
{
    public static Finding None { get; } = new(null, null);
}
