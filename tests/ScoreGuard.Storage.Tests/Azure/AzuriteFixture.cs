using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Tests.Azure;
using ScoreGuard.Testing.Azurite;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>One emulator for all tests of this assembly; each takes names of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static int _names;

    public AzuriteServer Server { get; private set; } = null!;

    public static string NewName() => $"n{Interlocked.Increment(ref _names)}";

    public async ValueTask InitializeAsync() => Server = await AzuriteServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public AzureConnection Connect(TableClientOptions? options = null) =>
        AzureConnection.FromConnectionString(Server.ConnectionString, options);

    /// <summary>The store of a new workspace.</summary>
    public async Task<AzureStores> NewStoresAsync()
    {
        var stores = Open(NewName());
        await stores.PrepareAsync(default);
        return stores;
    }

    public AzureStores Open(string workspace, TimeProvider? time = null, TableClientOptions? options = null)
    {
        WorkspaceName.TryParse(workspace, out var name).ShouldBeTrue();
        return AzureStores.Open(Connect(options), name, time ?? TimeProvider.System);
    }

    /// <summary>A new table.</summary>
    public async Task<TableClient> NewTableAsync(TableClientOptions? options = null)
    {
        var table = new TableServiceClient(Server.ConnectionString, options).GetTableClient("Table" + NewName());
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
