using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Storage.Documents;
using ScoreGuard.Storage.Folder;
using ScoreGuard.Storage.Tests.Contracts;

namespace ScoreGuard.Storage.Tests.Folder;

public sealed class FolderShardStoreTests : ShardStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override IShardStore Store => FolderStores.Open(_folder.Path).Shards;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderBaselineStoreTests : BaselineStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override IBaselineStore Store => FolderStores.Open(_folder.Path).Baselines;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderRunStoreTests : RunStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override IRunStore Store => FolderStores.Open(_folder.Path).Runs;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderLeadSetStoreTests : LeadSetStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override ILeadSetStore Store => FolderStores.Open(_folder.Path).LeadSets;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderRunTicketsTests : RunTicketsContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override IRunTickets Store => FolderStores.Open(_folder.Path).Tickets;

    private protected override IDocuments Documents => FolderStores.Open(_folder.Path).Documents;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderRunFilesTests : RunFilesContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override IRunFiles Store => FolderStores.Open(_folder.Path).Files;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderReplayJournalTests : ReplayJournalContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override IReplayJournal Store => FolderStores.Open(_folder.Path).Journal;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderCallLedgerTests : CallLedgerContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override ICallLedger Store => FolderStores.Open(_folder.Path).Ledger;

    public void Dispose() => _folder.Dispose();
}

public sealed class FolderNotificationStoreTests : NotificationStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override INotificationStore Store => FolderStores.Open(_folder.Path).Notifications;

    public void Dispose() => _folder.Dispose();
}
