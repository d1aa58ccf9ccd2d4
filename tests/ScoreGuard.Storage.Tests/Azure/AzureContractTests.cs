using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Documents;
using ScoreGuard.Storage.Tests.Contracts;

namespace ScoreGuard.Storage.Tests.Azure;

public sealed class AzureOutcomeShardStoreTests(AzuriteFixture azurite) : ShardStoreContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IShardStore Store => _stores.OutcomeShards;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureLeadShardStoreTests(AzuriteFixture azurite) : ShardStoreContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IShardStore Store => _stores.LeadShards;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureBaselineStoreTests(AzuriteFixture azurite) : BaselineStoreContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IBaselineStore Store => _stores.Baselines;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureRunStoreTests(AzuriteFixture azurite) : RunStoreContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IRunStore Store => _stores.Runs;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureLeadSetStoreTests(AzuriteFixture azurite) : LeadSetStoreContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override ILeadSetStore Store => _stores.LeadSets;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureRunTicketsTests(AzuriteFixture azurite) : RunTicketsContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IRunTickets Store => _stores.Tickets;

    private protected override IDocuments Documents => _stores.Documents;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureReplayJournalTests(AzuriteFixture azurite) : ReplayJournalContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IReplayJournal Store => _stores.Journal;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureCallLedgerTests(AzuriteFixture azurite) : CallLedgerContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override ICallLedger Store => _stores.Ledger;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class AzureRunFilesTests(AzuriteFixture azurite) : RunFilesContract, IAsyncLifetime
{
    private AzureStores _stores = null!;

    protected override IRunFiles Store => _stores.Files;

    public async ValueTask InitializeAsync() => _stores = await azurite.NewStoresAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
