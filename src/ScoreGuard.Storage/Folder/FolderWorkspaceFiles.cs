using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Storage.Folder;

/// <summary>A workspace's files in a folder.</summary>
/// <param name="folder">As the user named it; diagnostics show it so.</param>
public sealed class FolderWorkspaceFiles(string folder) : IWorkspaceFiles
{
    public string DisplayName(string path) => Path.Combine(folder, path);

    public byte[]? Find(string path)
    {
        var full = DisplayName(path);
        return StoreFolder.Guard("read", full, () => File.Exists(full) ? File.ReadAllBytes(full) : null);
    }

    public Stream? FindStream(string path)
    {
        var full = DisplayName(path);
        return StoreFolder.Guard<Stream?>("read", full, () => File.Exists(full) ? File.OpenRead(full) : null);
    }
}
