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

    public Task<ServedWorkspace?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!WorkspaceName.IsName(name) || !File.Exists(Path.Combine(root, name, Workspace.FileName)))
        {
            return Task.FromResult<ServedWorkspace?>(null);
        }

        var files = new FolderWorkspaceFiles(Path.Combine(root, name), name);
        var stores = FolderStores.Open(Path.Combine(root, name, FolderStores.FolderName));
        stores.Prepare();
        return Task.FromResult<ServedWorkspace?>(
            Serving.Of(
                name,
                files,
                WorkspaceStores.Of(stores),
                stores.Tickets,
                stores.Files,
                stores.Notifications,
                time
            )
        );
    }

    public Task<INotificationStore> GetHomeAsync(CancellationToken cancellationToken)
    {
        var stores = FolderStores.Open(Path.Combine(root, FolderStores.FolderName));
        stores.Prepare();
        return Task.FromResult(stores.Notifications);
    }
}
