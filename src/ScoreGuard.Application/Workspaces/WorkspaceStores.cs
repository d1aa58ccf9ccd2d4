using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Workspaces;

/// <summary>Where one workspace's leads, outcomes, baselines and runs are kept.</summary>
/// <param name="Scratch">Empty streams for what does not fit in memory; each goes away when it is disposed.</param>
public sealed record WorkspaceStores(
    IShardStore LeadShards,
    IShardStore OutcomeShards,
    IModelStore Models,
    ILeadSetStore LeadSets,
    IOutcomeSetStore Outcomes,
    IBaselineStore Baselines,
    IRunStore Runs,
    IRunLock Lock,
    Func<Stream> Scratch
);
