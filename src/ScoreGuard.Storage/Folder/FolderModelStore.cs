using System.Text;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>models/….json</c>: canonical forms.</summary>
internal sealed class FolderModelStore(StoreFolder folder) : IModelStore
{
    public Task SaveAsync(string hash, string canonical, CancellationToken cancellationToken)
    {
        var path = PathOf(hash);
        if (!StoreFolder.Exists(path))
        {
            StoreFolder.WriteBytes(path, Encoding.UTF8.GetBytes(canonical));
        }

        return Task.CompletedTask;
    }

    public Task<string?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        var path = PathOf(hash);
        if (StoreFolder.FindBytes(path) is not { } bytes)
        {
            return Task.FromResult<string?>(null);
        }

        return Sha256Text.Of(bytes) == hash
            ? Task.FromResult<string?>(Encoding.UTF8.GetString(bytes))
            : throw StoreDamage.Of(
                StoreCodes.Altered,
                path,
                "it is truncated or was changed, its digest differs; restore it from version control or a backup."
            );
    }

    private string PathOf(string hash) => folder.PathOf("models", StoreFolder.FileName(hash, ".json"));
}
