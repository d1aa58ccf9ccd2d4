using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Drift;

namespace ScoreGuard.Application.Runs;

/// <summary>What replaying and comparing gave; nothing where something stood in the way.</summary>
internal sealed record Finding(OutcomeSet? Outcomes, DriftSummary? Summary)
{
    public static Finding None { get; } = new(null, null);
}
