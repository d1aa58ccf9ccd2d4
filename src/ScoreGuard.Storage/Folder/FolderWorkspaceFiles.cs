using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Storage.Folder;

/// <summary>A workspace's files in a folder.</summary>
/// <param name="folder">Where it is.</param>
/// <param name="shown">What diagnostics call the folder: as the user named it, or for those who only see pages a name.</param>
public sealed class FolderWorkspaceFiles(string folder, string shown) : IWorkspaceFiles
{
    public FolderWorkspaceFiles(string folder)
        : this(folder, folder) { }

    public string DisplayName(string path) => Path.Combine(shown, path);

    public byte[]? Find(string path)
    {
        var full = Path.Combine(folder, path);
        return StoreFolder.Guard("read", full, () => File.Exists(full) ? File.ReadAllBytes(full) : null);
    }

    public Stream? FindStream(string path)
    {
        var full = Path.Combine(folder, path);
        return StoreFolder.Guard<Stream?>("read", full, () => File.Exists(full) ? File.OpenRead(full) : null);
    }
}
