using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Documents;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>work/KIND/KEY.json</c>, changed under a lock of the folder.</summary>
internal sealed class FolderDocuments(StoreFolder folder) : IDocuments
{
    private const string End = ".json";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public Task<StoredDocument?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
        Task.FromResult(Read(PathOf(kind, key)));

    public Task<ImmutableArray<StoredDocument>> ListAsync(string kind, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<StoredDocument>>([
            .. StoreFolder.List(folder.PathOf("work", kind), End).Select(Read).OfType<StoredDocument>(),
        ]);

    public async Task<bool> TryWriteAsync(
        string kind,
        string key,
        ReadOnlyMemory<byte> content,
        string? expected,
        CancellationToken cancellationToken
    )
    {
        var path = PathOf(kind, key);
        using var gate = await CloseAsync(cancellationToken);
        if (Read(path)?.Version != expected)
        {
            return false;
        }

        StoreFolder.WriteBytes(path, content);
        return true;
    }

    public async Task<bool> TryRemoveAsync(
        string kind,
        string key,
        string expected,
        CancellationToken cancellationToken
    )
    {
        var path = PathOf(kind, key);
        using var gate = await CloseAsync(cancellationToken);
        if (Read(path)?.Version != expected)
        {
            return false;
        }

        Remove(path);
        return true;
    }

    public async Task RemoveAsync(string kind, string key, CancellationToken cancellationToken)
    {
        var path = PathOf(kind, key);
        using var gate = await CloseAsync(cancellationToken);
        Remove(path);
    }

    private static void Remove(string path) =>
        StoreFolder.Guard<object?>(
            "remove",
            path,
            () =>
            {
                if (File.Exists(path))
                {
                    File.Delete(path);
                    FolderSync.Flush(Path.GetDirectoryName(path)!);
                }

                return null;
            }
        );

    /// <summary>The digest is the version: the same bytes are the same state.</summary>
    private static StoredDocument? Read(string path) =>
        StoreFolder.FindBytes(path) is { } bytes
            ? new(Path.GetFileNameWithoutExtension(path), bytes, Sha256Text.Of(bytes))
            : null;

    private async Task<IDisposable> CloseAsync(CancellationToken cancellationToken)
    {
        var path = folder.PathOf("work", "work.lock");
        for (var attempt = 0; attempt < 6_000; attempt++)
        {
            if (FileGate.TryClose(path) is { } gate)
            {
                return gate;
            }

            // Held for the write of one small file only.
            await Task.Delay(Pause, cancellationToken);
        }

        throw new StorageFault("lock", path, new IOException("another process holds it"));
    }

    /// <summary>Keys hold letters, digits and dashes only: none of them can leave the folder.</summary>
    private string PathOf(string kind, string key) =>
        key.Length is > 0 and < 100 && key.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '-')
            ? folder.PathOf("work", kind, key + End)
            : throw new ArgumentException($"'{key}' is no key of a document.", nameof(key));
}
