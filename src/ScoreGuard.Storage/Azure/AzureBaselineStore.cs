using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Azure;

/// <summary>
/// One partition a workspace: a manifest <c>v0000000001</c> a version, and <c>current</c>, which points to one of them. Both
/// are written in one transaction, so that a version exists exactly if it was approved.
/// </summary>
internal sealed class AzureBaselineStore(StoreTable table, string workspace, IRunStore runs) : IBaselineStore
{
    private const string Pointer = "current";
    private const string Attempt = "attempt";

    private static readonly EntityDocument<Baseline> Document = new(StoredJson.Default.Baseline, ManifestColumns);

    public async Task<BaselineLookup> FindCurrentAsync(CancellationToken cancellationToken)
    {
        if (await table.FindAsync(workspace, Pointer, cancellationToken) is not { } pointer)
        {
            // No pointer beside versions is a lost pointer, not a first run.
            return await AnyVersionAsync(cancellationToken)
                ? throw AzureDamage.Gone(table.NameOf(workspace, Pointer))
                : new BaselineLookup.Missing();
        }

        var version = Version(pointer);
        var (baseline, content) = await GetAsync(version, cancellationToken);
        return pointer.GetString("digest") == Sha256Text.Of(content)
            ? new BaselineLookup.Found(baseline)
            : throw AzureDamage.Altered(table.NameOf(workspace, RowKey(version)));
    }

    public async Task<Baseline?> FindAsync(int version, CancellationToken cancellationToken)
    {
        var current = await CurrentVersionAsync(cancellationToken);
        return version >= 1 && version <= current ? (await GetAsync(version, cancellationToken)).Baseline : null;
    }

    public async Task<bool> TryPromoteAsync(Baseline next, CancellationToken cancellationToken)
    {
        var pointer = await table.FindAsync(workspace, Pointer, cancellationToken);
        if (next.Version != (pointer is null ? 0 : Version(pointer)) + 1)
        {
            return false;
        }

        var content = Document.Seal(next);
        var attempt = AzureKeys.NewAttempt();
        var manifest = new TableEntity(workspace, RowKey(next.Version)) { [Attempt] = attempt };
        var parts = Document.Write(manifest, next, content);
        await AddFiguresAsync(manifest, next, cancellationToken);
        await Packing.SavePartsAsync(table, parts, cancellationToken);
        var moved = new TableEntity(workspace, Pointer)
        {
            ["version"] = next.Version,
            ["digest"] = Sha256Text.Of(content),
        };
        var done = await table.TrySubmitAsync(
            table.NameOf(workspace, manifest.RowKey),
            [
                new(TableTransactionActionType.Add, manifest),
                pointer is null
                    ? new(TableTransactionActionType.Add, moved)
                    : new(TableTransactionActionType.UpdateReplace, moved, pointer.ETag),
            ],
            cancellationToken
        );
        return done || await IsOursAsync(manifest, attempt, cancellationToken);
    }

    public async Task<ImmutableArray<Baseline>> ListAsync(CancellationToken cancellationToken)
    {
        var current = await CurrentVersionAsync(cancellationToken);
        var range = new EntityRange(workspace, RowKey(1), RowKey(current) + "0");
        var heads = await table.ListAsync(range, current, cancellationToken);
        var baselines = ImmutableArray.CreateBuilder<Baseline>();
        foreach (var head in heads)
        {
            baselines.Add((await Document.ReadAsync(table, head, cancellationToken)).Value);
            if (baselines[^1].Version != baselines.Count)
            {
                throw AzureDamage.Gone(table.NameOf(workspace, RowKey(baselines.Count)));
            }
        }

        return baselines.Count == current
            ? baselines.DrainToImmutable()
            : throw AzureDamage.Gone(table.NameOf(workspace, RowKey(baselines.Count + 1)));
    }

    /// <summary>Whether a refused transaction was refused by its own first attempt, whose answer got lost.</summary>
    private async Task<bool> IsOursAsync(TableEntity manifest, string attempt, CancellationToken cancellationToken) =>
        await table.FindAsync(workspace, manifest.RowKey, cancellationToken, [Attempt]) is { } stored
        && stored.GetString(Attempt) == attempt;

    private async Task<(Baseline Baseline, byte[] Content)> GetAsync(int version, CancellationToken cancellationToken)
    {
        var head =
            await table.FindAsync(workspace, RowKey(version), cancellationToken)
            ?? throw AzureDamage.Gone(table.NameOf(workspace, RowKey(version)));
        var (baseline, content) = await Document.ReadAsync(table, head, cancellationToken);
        return baseline.Version == version
            ? (baseline, content)
            : throw AzureDamage.Altered(table.NameOf(workspace, RowKey(version)));
    }

    private async Task<int> CurrentVersionAsync(CancellationToken cancellationToken) =>
        await table.FindAsync(workspace, Pointer, cancellationToken) is { } pointer ? Version(pointer) : 0;

    private int Version(TableEntity pointer) =>
        pointer["version"] is int version && version > 0
            ? version
            : throw AzureDamage.Altered(table.NameOf(workspace, Pointer));

    private async Task<bool> AnyVersionAsync(CancellationToken cancellationToken) =>
        (await table.ListAsync(EntityRange.Of(workspace, "v"), 1, cancellationToken)).Count > 0;

    /// <summary>What the run found that was approved, for people; the run's own record is what counts.</summary>
    private async Task AddFiguresAsync(TableEntity manifest, Baseline next, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(next.Decision.Run, cancellationToken) is { Figures: var figures })
        {
            manifest["leads"] = figures.Leads;
            manifest["gained"] = figures.Gained;
            manifest["lost"] = figures.Lost;
            manifest["changedOtherwise"] = figures.ChangedOtherwise;
            manifest["unchanged"] = figures.Unchanged;
        }
    }

    private static IEnumerable<(string, object?)> ManifestColumns(Baseline baseline) =>
        [
            ("version", baseline.Version),
            ("approvedBy", Columns.Of(baseline.Decision.By)),
            ("approvedAt", Columns.Of(baseline.Decision.At)),
            ("reason", Columns.Of(baseline.Decision.Reason)),
            ("decision", baseline.Decision.Kind.ToString()),
            ("run", Columns.Of(baseline.Decision.Run)),
            ("modelHash", baseline.ModelHash),
            ("leadSetRoot", baseline.LeadSetRoot),
            ("outcomesRoot", baseline.OutcomesRoot),
            ("engineVersion", baseline.EngineVersion),
        ];

    private static string RowKey(int version) => "v" + version.ToString("D10", CultureInfo.InvariantCulture);
}
