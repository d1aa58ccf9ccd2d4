using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>outcomes/….json</c>: the shards of each root, and their totals.</summary>
internal sealed class FolderOutcomeSetStore(StoreFolder folder) : IOutcomeSetStore
{
    public Task SaveAsync(OutcomeSet set, CancellationToken cancellationToken)
    {
        var path = PathOf(set.Root);
        if (!StoreFolder.Exists(path))
        {
            StoreFolder.Write(path, set, StoredJson.Default.OutcomeSet);
        }

        return Task.CompletedTask;
    }

    public Task<OutcomeSet> GetAsync(string root, CancellationToken cancellationToken)
    {
        var path = PathOf(root);
        var set = StoreFolder.Get(path, StoredJson.Default.OutcomeSet);
        return set.Root == root && Shard.Root(set.Shards) == root
            ? Task.FromResult(set)
            : throw StoreDamage.Of(
                StoreCodes.Altered,
                path,
                "it lists other outcomes than its name says; restore it from version control or a backup."
            );
    }

    private string PathOf(string root) => folder.PathOf("outcomes", StoreFolder.FileName(root, ".json"));
}
