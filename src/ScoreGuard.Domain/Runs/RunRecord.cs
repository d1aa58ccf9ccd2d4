using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;

namespace ScoreGuard.Domain.Runs;

/// <summary>What is kept of a run for ever: its verdict, and the identities from which its report can be made again.</summary>
/// <param name="Reason">Why it was started, as the user said; hostile text.</param>
/// <param name="ModelHash">Null: the model could not be read.</param>
/// <param name="LeadSetRoot">Null: there were no leads.</param>
/// <param name="OutcomesRoot">Null: nothing was replayed to the end.</param>
/// <param name="BaselineVersion">What it was compared with; null: nothing.</param>
/// <param name="Policy">What reaching Sales meant then, so that its report stays the same.</param>
/// <param name="Causes">The digests that a decision on this run is bound to, gravest first.</param>
/// <param name="Diagnostics">Why it is broken; warnings otherwise.</param>
/// <param name="Target">Null: the leads were scored by a model file.</param>
public sealed record RunRecord(
    string Id,
    RunKind Kind,
    Verdict Verdict,
    string Headline,
    string Reason,
    Instant StartedAt,
    Instant FinishedAt,
    string? ModelName,
    string? ModelHash,
    string? LeadSetRoot,
    Instant? AsOf,
    string EngineVersion,
    string? OutcomesRoot,
    int? BaselineVersion,
    string? BaselineRoot,
    DriftPolicy Policy,
    int ReportLeads,
    DriftFigures Figures,
    ImmutableArray<DecidedCause> Causes,
    ImmutableArray<Diagnostic> Diagnostics,
    TargetFacts? Target = null
)
{
    /// <summary>Whether its verdict says something about the workspace's own model.</summary>
    public bool IsJudged() => Kind == RunKind.Run && Verdict != Verdict.Broken;
}

/// <summary>The business movement in five numbers: Gained + Lost + ChangedOtherwise + Unchanged = Leads.</summary>
public readonly record struct DriftFigures(long Leads, long Gained, long Lost, long ChangedOtherwise, long Unchanged);
