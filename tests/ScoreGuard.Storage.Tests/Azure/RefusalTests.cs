using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>What is refused or out of reach is a fault that says so; it is neither absence nor damage, and tells no secret.</summary>
public sealed class RefusalTests(AzuriteFixture azurite)
{
    private const string OtherKey = "aHVudGVyMg==";

    public static TheoryData<string> Reads =>
        [
            "baseline",
            "lead set",
            "outcomes",
            "outcome shard",
            "lead shard",
            "model",
            "run",
            "runs",
            "last",
            "decisions",
            "lock",
            "ticket",
            "file",
            "workspace",
            "workspaces",
        ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_refused_key_is_a_fault(string what)
    {
        var text = azurite.Server.ConnectionString.Replace(AzuriteServer.Key, OtherKey, StringComparison.Ordinal);
        var fault = await Should.ThrowAsync<StorageFault>(() =>
            ReadAsync(AzureConnection.FromConnectionString(text), what)
        );
        fault.Message.ShouldContain("Azure Storage answered 403 Auth");
        fault.ToString().ShouldNotContain(OtherKey);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task An_account_out_of_reach_is_a_fault(string what)
    {
        var closed = new Uri("http://127.0.0.1:9/devstoreaccount1");
        var text =
            $"AccountName={AzuriteServer.Account};AccountKey={AzuriteServer.Key};BlobEndpoint={closed};QueueEndpoint={closed};TableEndpoint={closed}";
        var blobs = new global::Azure.Storage.Blobs.BlobClientOptions { Retry = { MaxRetries = 0 } };
        var tables = new TableClientOptions { Retry = { MaxRetries = 0 } };
        var connection = new AzureConnection(new(text, blobs), new(text), new(text, tables));
        var fault = await Should.ThrowAsync<StorageFault>(() => ReadAsync(connection, what));
        fault.Message.ShouldEndWith("Azure Storage cannot be reached.");
        fault.ToString().ShouldNotContain(AzuriteServer.Key);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task In_a_workspace_that_never_wrote_anything_everything_is_absent(string what)
    {
        if (what is "outcomes" or "outcome shard" or "lead shard")
        {
            await Should.ThrowAsync<StoreDamage>(() => ReadAsync(azurite.Connect(), what));
        }
        else
        {
            await ReadAsync(azurite.Connect(), what);
        }
    }

    [Fact]
    public async Task What_the_caller_gave_up_is_no_fault()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var stores = azurite.Open(AzuriteFixture.NewName());
        await Should.ThrowAsync<OperationCanceledException>(() => stores.Baselines.FindCurrentAsync(stop.Token));
    }

    private static async Task ReadAsync(AzureConnection connection, string what)
    {
        WorkspaceName.TryParse("nothing-here", out var name).ShouldBeTrue();
        var stores = AzureStores.Open(connection, name, TimeProvider.System);
        var shard = Some.Shard(Some.Lines(2));
        object? found = what switch
        {
            "baseline" => await stores.Baselines.FindAsync(1, default),
            "lead set" => await stores.LeadSets.FindCurrentAsync(default),
            "outcomes" => await stores.Outcomes.GetAsync(Some.Outcomes(shard).Root, default),
            "outcome shard" => await stores.OutcomeShards.ReadAsync(shard, default),
            "lead shard" => await stores.LeadShards.ReadAsync(shard, default),
            "model" => await stores.Models.FindAsync(Some.Baseline(1).ModelHash, default),
            "run" => await stores.Runs.FindAsync("20260310T090000000Z-00000001", default),
            "runs" => (await stores.Runs.ListAsync(10, default)).FirstOrDefault(),
            "last" => await stores.Runs.FindLastJudgedAsync(default),
            "decisions" => (await stores.Runs.ListDecisionsAsync(default)).FirstOrDefault(),
            "ticket" => await stores.Tickets.FindAsync("20260310T090000000Z-00000001", default),
            "file" => await stores.Files.FindAsync("20260310T090000000Z-00000001", "report.html", default),
            "workspace" => (await AzureWorkspaceFiles.OpenAsync(connection, name, null, default)).Find(
                "scoreguard.yaml"
            ),
            "workspaces" => (await new AzureWorkspaceCatalog(connection).ListAsync(default)).Contains(name)
                ? name
                : null,
            _ => await ReleasedAsync(stores),
        };
        found.ShouldBeNull();
    }

    private static async Task<object?> ReleasedAsync(AzureStores stores)
    {
        // Who takes the lock writes, and whoever writes has prepared.
        await stores.PrepareAsync(default);
        var result = await stores.Lock.TryAcquireAsync("run", Some.At, default);
        (result as Domain.Runs.RunLockResult.Acquired)?.Handle.Dispose();
        return null;
    }
}
