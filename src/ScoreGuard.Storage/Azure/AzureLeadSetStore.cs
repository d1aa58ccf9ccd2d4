using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Azure;

/// <summary>One partition a workspace: <c>set-…</c>, one a set, and <c>current</c>, which points to one of them.</summary>
internal sealed class AzureLeadSetStore(StoreTable table, string workspace) : ILeadSetStore
{
    private const string Pointer = "current";
    private const string Attempt = "attempt";

    private static readonly EntityDocument<LeadSet> Document = new(StoredJson.Default.LeadSet, SetColumns);

    public async Task<LeadSet?> FindCurrentAsync(CancellationToken cancellationToken)
    {
        if (await table.FindAsync(workspace, Pointer, cancellationToken) is not { } pointer)
        {
            return null;
        }

        var rowKey = RowKey(Root(pointer));
        var head =
            await table.FindAsync(workspace, rowKey, cancellationToken)
            ?? throw AzureDamage.Gone(table.NameOf(workspace, rowKey));
        var (set, content) = await Document.ReadAsync(table, head, cancellationToken);
        return pointer.GetString("digest") == Sha256Text.Of(content)
            ? set
            : throw AzureDamage.Altered(table.NameOf(workspace, rowKey));
    }

    public async Task<LeadSet?> FindAsync(string root, CancellationToken cancellationToken) =>
        await table.FindAsync(workspace, RowKey(root), cancellationToken) is { } head
            ? (await Document.ReadAsync(table, head, cancellationToken)).Value
            : null;

    public async Task<bool> TryReplaceAsync(LeadSet next, string? expectedRoot, CancellationToken cancellationToken)
    {
        var pointer = await table.FindAsync(workspace, Pointer, cancellationToken);
        if ((pointer is null ? null : Root(pointer)) != expectedRoot)
        {
            return false;
        }

        var content = Document.Seal(next);
        var attempt = AzureKeys.NewAttempt();
        var set = new TableEntity(workspace, RowKey(next.Root)) { [Attempt] = attempt };
        await Packing.SavePartsAsync(table, Document.Write(set, next, content), cancellationToken);
        var moved = new TableEntity(workspace, Pointer) { ["root"] = next.Root, ["digest"] = Sha256Text.Of(content) };
        var done = await table.TrySubmitAsync(
            table.NameOf(workspace, set.RowKey),
            [
                new(TableTransactionActionType.UpsertReplace, set),
                pointer is null
                    ? new(TableTransactionActionType.Add, moved)
                    : new(TableTransactionActionType.UpdateReplace, moved, pointer.ETag),
            ],
            cancellationToken
        );
        return done || await IsOursAsync(set, attempt, cancellationToken);
    }

    /// <summary>Whether a refused transaction was refused by its own first attempt, whose answer got lost.</summary>
    private async Task<bool> IsOursAsync(TableEntity set, string attempt, CancellationToken cancellationToken) =>
        await table.FindAsync(workspace, set.RowKey, cancellationToken, [Attempt]) is { } stored
        && stored.GetString(Attempt) == attempt;

    private string Root(TableEntity pointer) =>
        pointer["root"] is string root ? root : throw AzureDamage.Altered(table.NameOf(workspace, Pointer));

    private static IEnumerable<(string, object?)> SetColumns(LeadSet set) =>
        [
            ("root", set.Root),
            ("leads", set.Leads),
            ("asOf", Columns.Of(set.AsOf)),
            ("source", Columns.Of(set.Source)),
            ("generator", Columns.Of(set.Generator)),
            ("frozenAt", Columns.Of(set.FrozenAt)),
        ];

    private static string RowKey(string root) => "set-" + AzureKeys.Hex(root);
}
