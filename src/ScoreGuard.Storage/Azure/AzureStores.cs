using Azure.Storage.Blobs;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Documents;

namespace ScoreGuard.Storage.Azure;

/// <summary>The store of one workspace in an Azure storage account: docs/decisions/0011-azure-layout.md.</summary>
public sealed class AzureStores
{
    /// <summary>The container of leads, models and reports.</summary>
    public const string ArtefactsContainer = "artefacts";

    private const string BaselinesTable = "ScoreGuardBaselines";
    private const string LeadsTable = "ScoreGuardLeads";
    private const string OutcomesTable = "ScoreGuardOutcomes";
    private const string RunsTable = "ScoreGuardRuns";
    private const string WorkTable = "ScoreGuardWork";
    private const string FormatRow = "format";
    private const int Format = 1;

    private readonly AzureConnection _connection;
    private readonly BlobContainerClient _artefacts;
    private readonly StoreTable _work;
    private readonly string _workspace;

    private AzureStores(AzureConnection connection, WorkspaceName workspace, TimeProvider time)
    {
        _connection = connection;
        _workspace = workspace.Value;
        _artefacts = connection.Blobs.GetBlobContainerClient(ArtefactsContainer);
        _work = Table(WorkTable);
        var artefacts = new StoreContainer(_artefacts);
        LeadShards = new AzureLeadShardStore(artefacts, _workspace);
        OutcomeShards = new AzureOutcomeShardStore(Table(OutcomesTable), _workspace);
        Models = new AzureModelStore(artefacts, _workspace);
        LeadSets = new AzureLeadSetStore(Table(LeadsTable), _workspace);
        Outcomes = new AzureOutcomeSetStore(Table(OutcomesTable), _workspace);
        Runs = new AzureRunStore(Table(RunsTable), _workspace);
        Baselines = new AzureBaselineStore(Table(BaselinesTable), _workspace, Runs);
        Lock = new AzureRunLock(_work, _workspace, time);
        Documents = new AzureDocuments(_work, _workspace);
        Tickets = new DocumentRunTickets(Documents);
        Notifications = new DocumentNotificationStore(Documents);
        Journal = new DocumentReplayJournal(Documents);
        Ledger = new DocumentCallLedger(Documents);
        Fidelity = new DocumentFidelityStore(Documents);
        Files = new AzureRunFiles(_artefacts, _workspace);
    }

    public IShardStore LeadShards { get; }

    public IShardStore OutcomeShards { get; }

    public IModelStore Models { get; }

    public ILeadSetStore LeadSets { get; }

    public IOutcomeSetStore Outcomes { get; }

    public IBaselineStore Baselines { get; }

    public IRunStore Runs { get; }

    public IRunLock Lock { get; }

    internal IDocuments Documents { get; }

    public IRunTickets Tickets { get; }

    public IRunFiles Files { get; }

    public INotificationStore Notifications { get; }

    public IReplayJournal Journal { get; }

    public ICallLedger Ledger { get; }

    public IFidelityStore Fidelity { get; }

    /// <summary>Asks nothing yet; the tables need not exist until something is written.</summary>
    public static AzureStores Open(AzureConnection connection, WorkspaceName workspace, TimeProvider time) =>
        new(connection, workspace, time);

    /// <summary>Makes the tables and the container where they are missing, and checks that this version wrote the store.</summary>
    /// <exception cref="StoreDamage">It was written by another version.</exception>
    /// <exception cref="StorageFault">The account cannot be reached, or refuses.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[BaselinesTable, LeadsTable, OutcomesTable, RunsTable, WorkTable])
        {
            await AzureGuard.TryAsync(
                "make the table",
                name,
                () => _connection.Tables.GetTableClient(name).CreateIfNotExistsAsync(cancellationToken),
                cancellationToken
            );
        }

        await AzureGuard.TryAsync(
            "make the container",
            ArtefactsContainer,
            () => _artefacts.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            cancellationToken
        );
        await WriteFormatAsync(cancellationToken);
    }

    /// <summary>Whether anything was ever written to the store. Makes nothing; what is not there reads as empty.</summary>
    /// <exception cref="StoreDamage">It was written by another version.</exception>
    /// <exception cref="StorageFault">The account cannot be reached, or refuses.</exception>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        if (await _work.FindAsync(_workspace, FormatRow, cancellationToken) is not { } stored)
        {
            return false;
        }

        Check(stored);
        return true;
    }

    /// <summary>Empty files that hold what does not fit in memory; each goes away when it is closed.</summary>
    public static Stream Scratch() => ScratchFile.Open();

    private async Task WriteFormatAsync(CancellationToken cancellationToken)
    {
        var format = new TableEntity(_workspace, FormatRow) { ["scoreguardStore"] = Format };
        var stored =
            await _work.FindAsync(_workspace, FormatRow, cancellationToken)
            ?? (
                await _work.TryAddAsync(format, cancellationToken) is not null
                    ? format
                    : await _work.FindAsync(_workspace, FormatRow, cancellationToken)
            );
        Check(stored);
    }

    private void Check(TableEntity? format)
    {
        if (format?["scoreguardStore"] is not Format)
        {
            throw StoreDamage.Of(
                StoreCodes.TooNew,
                _work.NameOf(_workspace, FormatRow),
                "this store was written by another version of scoreguard; use that version."
            );
        }
    }

    private StoreTable Table(string name) => new(_connection.Tables.GetTableClient(name));
}
