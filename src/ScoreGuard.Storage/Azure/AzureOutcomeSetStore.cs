using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Azure;

/// <summary><c>set-…</c> in the workspace's partition: the shards of each root, and their totals.</summary>
internal sealed class AzureOutcomeSetStore(StoreTable table, string workspace) : IOutcomeSetStore
{
    private static readonly EntityDocument<OutcomeSet> Document = new(StoredJson.Default.OutcomeSet, SetColumns);

    public async Task SaveAsync(OutcomeSet set, CancellationToken cancellationToken)
    {
        var head = new TableEntity(workspace, RowKey(set.Root));
        await Packing.SavePartsAsync(table, Document.Write(head, set, Document.Seal(set)), cancellationToken);
        // One that is there already is the same: its name is its content's digest.
        await table.TryAddAsync(head, cancellationToken);
    }

    public async Task<OutcomeSet> GetAsync(string root, CancellationToken cancellationToken)
    {
        var resource = table.NameOf(workspace, RowKey(root));
        var head =
            await table.FindAsync(workspace, RowKey(root), cancellationToken) ?? throw AzureDamage.Gone(resource);
        var (set, _) = await Document.ReadAsync(table, head, cancellationToken);
        return set.Root == root && Shard.Root(set.Shards) == root ? set : throw AzureDamage.Altered(resource);
    }

    private static IEnumerable<(string, object?)> SetColumns(OutcomeSet set) =>
        [("root", set.Root), ("leads", set.Totals.Leads), ("shards", set.Shards.Length)];

    private static string RowKey(string root) => "set-" + AzureKeys.Hex(root);
}
