using System.Globalization;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Integration.Tests.Faults;

/// <summary>
/// Runs through a cloud that throttles, fails, hangs up, answers by halves and forgets to answer, worked off by processes that
/// are killed at random. SCOREGUARD_FAULT_RUNS says how many; four where it is not set.
/// </summary>
public sealed class FaultyCloudTests(ITestOutputHelper output)
{
    private const int Workspaces = 4;
    private const int Leads = 36_000;
    private const double FaultShare = 0.05;

    /// <summary>Longer than it takes until a run that lost its message is picked up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(14);

    private static readonly int RunsEach = Math.Max(
        1,
        int.Parse(Environment.GetEnvironmentVariable("SCOREGUARD_FAULT_RUNS") ?? "4", CultureInfo.InvariantCulture)
            / Workspaces
    );

    [Fact]
    public async Task Every_run_ends_with_the_verdict_of_the_undisturbed_run_or_as_broken()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        var connection = AzureConnection.FromConnectionString(azurite.ConnectionString);
        await connection.PrepareAsync(default);
        await connection.Blobs.GetBlobContainerClient(AzureWorkspaceFiles.ContainerName).CreateIfNotExistsAsync();
        await using var blobs = await FaultyProxy.StartAsync(azurite.Blobs, FaultShare, 1);
        await using var queues = await FaultyProxy.StartAsync(azurite.Queues, FaultShare, 2);
        await using var tables = await FaultyProxy.StartAsync(azurite.Tables, FaultShare, 3);
        var spoiled =
            $"DefaultEndpointsProtocol=http;AccountName={AzuriteServer.Account};AccountKey={AzuriteServer.Key};BlobEndpoint={blobs.Url};QueueEndpoint={queues.Url};TableEndpoint={tables.Url};";
        var mails = Directory.CreateTempSubdirectory("scoreguard-mails-");
        var (verdicts, deaths) = await GuardAllAsync(connection, spoiled, mails.FullName);

        var told = verdicts.SelectMany(all => all).ToList();
        output.WriteLine($"{told.Count} runs; {string.Join(", ", told.CountBy(verdict => verdict))}");
        output.WriteLine($"workers killed {deaths} times");
        foreach (
            var (name, proxy) in ((string, FaultyProxy)[])[("blobs", blobs), ("queues", queues), ("tables", tables)]
        )
        {
            output.WriteLine($"{name}: {string.Join(", ", proxy.Spoiled.OrderBy(fault => fault.Key))}");
        }

        told.Count.ShouldBe(Workspaces * RunsEach);
        told.ShouldContain(Verdict.Drift);
        var sent = Directory
            .EnumerateFiles(mails.FullName, "*.eml", SearchOption.AllDirectories)
            .Select(file =>
                File.ReadLines(file).First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        output.WriteLine($"{sent.Count} mails");
        sent.ShouldNotBeEmpty();
        sent.ShouldBeUnique("a mail was sent twice");
        mails.Delete(recursive: true);
    }

    /// <summary>The workers have ended when this returns: nothing more is sent.</summary>
    private static async Task<(IReadOnlyList<Verdict>[] Verdicts, int Deaths)> GuardAllAsync(
        AzureConnection connection,
        string spoiled,
        string mails
    )
    {
        await using var first = new MortalWorker(spoiled, mails, new Random(11));
        await using var second = new MortalWorker(spoiled, mails, new Random(12));
        first.Start();
        second.Start();
        var verdicts = await Task.WhenAll(
            Enumerable.Range(1, Workspaces).Select(number => GuardAsync(connection, $"guard-{number}"))
        );
        return (verdicts, first.Deaths + second.Deaths);
    }

    private static async Task<IReadOnlyList<Verdict>> GuardAsync(AzureConnection connection, string name)
    {
        var workspace = new CloudWorkspace(connection, name);
        await workspace.UploadAsync(Leads);
        Verdict firstVerdict;
        string run;
        do
        {
            run = await workspace.OrderAsync("start");
            firstVerdict = (await workspace.EndOfAsync(run, Patience)).Verdict;
            firstVerdict.ShouldBeOneOf(Verdict.NoBaseline, Verdict.Broken);
        } while (firstVerdict == Verdict.Broken);

        await workspace.ApproveAsync(run);
        var verdicts = new List<Verdict>();
        var drifted = false;
        for (var number = 0; number < RunsEach; number++)
        {
            var edited = number % 3 != 2;
            await workspace.SetPointsAsync(edited ? 20 + number : 10);
            var record = await workspace.EndOfAsync(await workspace.OrderAsync($"run {number}"), Patience);
            var undisturbed =
                edited ? Verdict.Drift
                : drifted ? Verdict.Resolved
                : Verdict.Passed;
            record.Verdict.ShouldBeOneOf(undisturbed, Verdict.Broken);
            drifted = record.Verdict == Verdict.Broken ? drifted : record.Verdict == Verdict.Drift;
            verdicts.Add(record.Verdict);
        }

        await CheckAsync(workspace);
        return verdicts;
    }

    /// <summary>Nothing is lost, half-written or left behind.</summary>
    private static async Task CheckAsync(CloudWorkspace workspace)
    {
        var served = await workspace.OpenAsync();
        (await served.Tickets.ListAsync(default)).ShouldBeEmpty();
        (await served.Tickets.FindTurnAsync(default)).ShouldBeNull();
        var stores = served.Context.Stores;
        var baseline = (await stores.Baselines.ListAsync(default)).ShouldHaveSingleItem();
        (await stores.Baselines.FindCurrentAsync(default))
            .ShouldBeOfType<BaselineLookup.Found>()
            .Baseline.OutcomesRoot.ShouldBe(baseline.OutcomesRoot);
        var outcomes = await stores.Outcomes.GetAsync(baseline.OutcomesRoot, default);
        outcomes.Shards.Sum(shard => shard.Leads).ShouldBe(Leads);
        foreach (var shard in outcomes.Shards)
        {
            // Read back whole and with the right digest, or it throws.
            (await stores.OutcomeShards.ReadAsync(shard, default)).Dispose();
        }

        foreach (var run in await stores.Runs.ListAsync(1_000, default))
        {
            await using var report = await served.Files.FindAsync(run.Id, "report.html", default);
            report.ShouldNotBeNull();
        }
    }
}
