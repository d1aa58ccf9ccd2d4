using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Folder;

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
    IRunTickets Tickets,
    IReplayJournal Journal,
    ICallLedger Ledger,
    IFidelityStore Fidelity,
    Func<Stream> Scratch
)
{
    public static WorkspaceStores Of(FolderStores stores) =>
        new(
            stores.Shards,
            stores.Shards,
            stores.Models,
            stores.LeadSets,
            stores.Outcomes,
            stores.Baselines,
            stores.Runs,
            stores.Lock,
            stores.Tickets,
            stores.Journal,
            stores.Ledger,
            stores.Fidelity,
            stores.Scratch
        );

    public static WorkspaceStores Of(AzureStores stores) =>
        new(
            stores.LeadShards,
            stores.OutcomeShards,
            stores.Models,
            stores.LeadSets,
            stores.Outcomes,
            stores.Baselines,
            stores.Runs,
            stores.Lock,
            stores.Tickets,
            stores.Journal,
            stores.Ledger,
            stores.Fidelity,
            AzureStores.Scratch
        );
}
