using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Benchmarks.Store;

/// <summary>ScoreGuard's own store: shards, the set of them, a manifest and the pointer, every digest checked.</summary>
internal sealed class OwnStore(AzureConnection connection, BaselineLines outcomes) : IStoreContestant
{
    public string Name => "ScoreGuard's store";

    public Task PrepareAsync() => Open("prepare").PrepareAsync(CancellationToken.None);

    public async Task WriteAsync(string baseline)
    {
        var stores = Open(baseline);
        await Task.WhenAll(
            outcomes.Shards.Select(part =>
                Task.Run(() => stores.OutcomeShards.SaveAsync(part.Shard, part.Lines, CancellationToken.None))
            )
        );
        var set = OutcomeSet.Of([.. outcomes.Shards.Select(part => part.Shard)], outcomes.Totals);
        await stores.Outcomes.SaveAsync(set, CancellationToken.None);
        var hash = Sha256Text.Of("benchmark");
        var at = new Instant(1_770_000_000_000);
        var decision = new Decision(
            "d-1",
            DecisionKind.Accept,
            DecisionScope.All,
            "none",
            null,
            set.Root,
            [],
            [],
            "benchmark",
            "first",
            at
        );
        var next = new Baseline(1, set.Root, hash, hash, "1", decision);
        if (!await stores.Baselines.TryPromoteAsync(next, CancellationToken.None))
        {
            throw new InvalidOperationException($"{baseline} was written before.");
        }
    }

    public async Task<long> ReadAsync(string baseline)
    {
        var stores = Open(baseline);
        var found = (BaselineLookup.Found)await stores.Baselines.FindCurrentAsync(CancellationToken.None);
        var set = await stores.Outcomes.GetAsync(found.Baseline.OutcomesRoot, CancellationToken.None);
        var lengths = await Task.WhenAll(set.Shards.Select(shard => Task.Run(() => LengthAsync(stores, shard))));
        return lengths.Sum();
    }

    private static async Task<long> LengthAsync(AzureStores stores, Shard shard)
    {
        using var lines = await stores.OutcomeShards.ReadAsync(shard, CancellationToken.None);
        return lines.Span.Length;
    }

    private AzureStores Open(string baseline) =>
        WorkspaceName.TryParse(baseline, out var name)
            ? AzureStores.Open(connection, name, TimeProvider.System)
            : throw new ArgumentException("No name of a workspace.", nameof(baseline));
}
