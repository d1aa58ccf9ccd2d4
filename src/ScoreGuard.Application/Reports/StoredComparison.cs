using ScoreGuard.Application.Runs;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Application.Reports;

/// <summary>An earlier run compared with its baseline once more.</summary>
/// <param name="Summary">Null: the run was broken, there is nothing to compare.</param>
internal sealed record StoredComparison(
    Baseline? Baseline,
    ScoringModel? Model,
    DriftSummary? Summary,
    ModelEdits Edits
);
