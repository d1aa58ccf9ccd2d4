using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>baselines/000001.json</c>, one a version, and <c>baseline.json</c>, which points to the current one.</summary>
internal sealed class FolderBaselineStore(StoreFolder folder) : IBaselineStore
{
    private readonly FolderPointer _pointer = new(folder.PathOf("baseline.json"));

    public Task<BaselineLookup> FindCurrentAsync(CancellationToken cancellationToken)
    {
        if (_pointer.Find() is not { } pointer)
        {
            // No pointer beside versions is a lost pointer, not a first run.
            var first = PathOf(1);
            return StoreFolder.Exists(first) && StoreFolder.Exists(PathOf(2))
                ? throw StoreFolder.Gone(folder.PathOf("baseline.json"))
                : Task.FromResult<BaselineLookup>(new BaselineLookup.Missing());
        }

        var path = PathOf(Version(pointer));
        var bytes = FolderPointer.GetTarget(pointer, path);
        var baseline = SealedDocument.Read(bytes, StoredJson.Default.Baseline, path);
        return Task.FromResult<BaselineLookup>(new BaselineLookup.Found(baseline));
    }

    public Task<Baseline?> FindAsync(int version, CancellationToken cancellationToken) =>
        Task.FromResult(
            _pointer.Find() is { } pointer && version >= 1 && version <= Version(pointer)
                ? StoreFolder.Get(PathOf(version), StoredJson.Default.Baseline)
                : null
        );

    public Task<bool> TryPromoteAsync(Baseline next, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var expected = next.Version == 1 ? null : Name(next.Version - 1);
        var content = SealedDocument.Write(next, StoredJson.Default.Baseline);
        return Task.FromResult(_pointer.TryMove(expected, Name(next.Version), PathOf(next.Version), content));
    }

    public async Task<ImmutableArray<Baseline>> ListAsync(CancellationToken cancellationToken)
    {
        var baselines = ImmutableArray.CreateBuilder<Baseline>();
        for (var version = 1; await FindAsync(version, cancellationToken) is { } baseline; version++)
        {
            baselines.Add(baseline);
        }

        return baselines.DrainToImmutable();
    }

    private int Version(Pointer pointer) =>
        int.TryParse(pointer.Current, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? version
            : throw StoreDamage.Of(
                StoreCodes.Unreadable,
                folder.PathOf("baseline.json"),
                "it names no version; restore it from version control or a backup."
            );

    private static string Name(int version) => version.ToString(CultureInfo.InvariantCulture);

    private string PathOf(int version) =>
        folder.PathOf("baselines", version.ToString("D6", CultureInfo.InvariantCulture) + ".json");
}
