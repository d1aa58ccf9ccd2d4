using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Functions.Composition;

/// <summary>Workspaces in the folders below one folder, each with its store beside its files.</summary>
internal sealed class FolderWorkspaces(string root, TimeProvider time) : IWorkspaces
{
    private readonly FolderWorkspaceCatalog _catalog = new(root);

    public async Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken) =>
        Directory.Exists(root) ? [.. (await _catalog.ListAsync(cancellationToken)).Select(name => name.Value)] : [];

    public Task<ServedWorkspace?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(Find(name, stores => stores.Prepare()));

    public Task<ServedWorkspace?> FindToReadAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(Find(name, _ => { }));

    public Task<INotificationStore> GetHomeAsync(CancellationToken cancellationToken)
    {
        var stores = FolderStores.Open(Path.Combine(root, FolderStores.FolderName));
        stores.Prepare();
        return Task.FromResult(stores.Notifications);
    }

    private ServedWorkspace? Find(string name, Action<FolderStores> ready)
    {
        if (!WorkspaceName.IsName(name) || !File.Exists(Path.Combine(root, name, Workspace.FileName)))
        {
            return null;
        }

        var files = new FolderWorkspaceFiles(Path.Combine(root, name), name);
        var stores = FolderStores.Open(Path.Combine(root, name, FolderStores.FolderName));
        ready(stores);
        return Serving.Of(
            name,
            files,
            WorkspaceStores.Of(stores),
            stores.Tickets,
            stores.Files,
            stores.Notifications,
            time
        );
    }
}
