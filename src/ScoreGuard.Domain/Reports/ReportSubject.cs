using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Reports;

/// <summary>What a report is written about.</summary>
/// <param name="Model">Null: it could not be read.</param>
/// <param name="Listed">Outcomes that can be looked through; null: none.</param>
/// <param name="Summary">Null: nothing was compared, the run is broken.</param>
public sealed record ReportSubject(
    RunIdentity Run,
    Verdict Verdict,
    BaselineIdentity? Baseline,
    DriftPolicy Policy,
    Owners Owners,
    ScoringModel? Model,
    DriftSummary? Summary,
    ImmutableArray<EditWords> Edits,
    ImmutableArray<Diagnostic> Diagnostics,
    TargetFacts? Target = null,
    ListedOutcomes? Listed = null
);
