using ScoreGuard.Domain.Runs;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Integration.Tests.AzureStore;

/// <summary>Whole runs on a storage account.</summary>
public sealed class AzureRunTests(AzuriteServerFixture azurite) : IClassFixture<AzuriteServerFixture>
{
    [Fact]
    public async Task A_workspace_in_a_storage_account_is_guarded_like_one_in_a_folder()
    {
        var workspace = await AzureWorkspace.NewAsync(azurite.Server, "story", leads: 300);
        await workspace.FreezeAsync();
        var first = await workspace.RunAsync();
        first.Verdict.ShouldBe(Verdict.NoBaseline);
        (await workspace.AcceptAsync(first)).Version.ShouldBe(1);
        (await workspace.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
        await workspace.EditModelAsync("points: 50", "points: 30");
        var drifted = await workspace.RunAsync();
        (drifted.Verdict, drifted.Figures).ShouldBe((Verdict.Drift, new DriftFigures(300, 0, 30, 30, 240)));
        await workspace.EditModelAsync("points: 50", "points: 50");
        (await workspace.RunAsync()).Verdict.ShouldBe(Verdict.Resolved);
        (await workspace.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
        await workspace.EditModelAsync("points: 50", "points: 30");
        (await workspace.AcceptAsync(await workspace.RunAsync())).Version.ShouldBe(2);
        (await workspace.RunAsync()).BaselineVersion.ShouldBe(2);
        (await workspace.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task An_unchanged_run_of_100_000_leads_reads_fewer_than_20_entities()
    {
        var workspace = await AzureWorkspace.NewAsync(azurite.Server, "large", leads: 100_000);
        await workspace.FreezeAsync();
        await workspace.AcceptAsync(await workspace.RunAsync());
        for (var run = 0; run < 3; run++)
        {
            await workspace.RunAsync();
        }

        workspace.Entities.Reset();
        var unchanged = await workspace.RunAsync();
        (unchanged.Verdict, unchanged.Figures).ShouldBe((Verdict.Passed, new DriftFigures(100_000, 0, 0, 0, 100_000)));
        workspace.Entities.Read.ShouldBeInRange(1, 19);
    }
}

/// <summary>An emulator for the tests of a class.</summary>
public sealed class AzuriteServerFixture : IAsyncLifetime
{
    public AzuriteServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await AzuriteServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
