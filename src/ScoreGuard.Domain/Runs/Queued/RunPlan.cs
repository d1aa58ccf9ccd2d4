using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>What a run judges, taken down when it starts: later edits of the workspace belong to the next run.</summary>
/// <param name="ModelHash">Null: the model could not be read, <paramref name="Diagnostics"/> say why.</param>
/// <param name="LeadSetRoot">Null: there are no leads.</param>
/// <param name="BaselineVersion">Null: there is no baseline.</param>
/// <param name="BaselineRoot">Its outcomes; what they have need not be stored again.</param>
/// <param name="EngineVersion">Parts replayed by another engine must not be put beside each other.</param>
/// <param name="Parts">How many parts the replay has; 0 where there is nothing to replay.</param>
/// <param name="ShardsPerPart">Lead shards in a part; the last one may have fewer.</param>
public sealed record RunPlan(
    Instant StartedAt,
    Workspace Workspace,
    string? ModelHash,
    string? LeadSetRoot,
    int? BaselineVersion,
    string? BaselineRoot,
    DriftPolicy Policy,
    string EngineVersion,
    int Parts,
    int ShardsPerPart,
    ImmutableArray<Diagnostic> Diagnostics,
    TargetFacts? Target = null
);
