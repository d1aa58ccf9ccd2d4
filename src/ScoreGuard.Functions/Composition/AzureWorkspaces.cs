using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Functions.Composition;

/// <summary>Workspaces in a storage account.</summary>
internal sealed class AzureWorkspaces(AzureConnection connection, TimeProvider time) : IWorkspaces
{
    /// <summary>The partition of what is no single workspace's; a workspace of that name would only share its digest's memory.</summary>
    private static readonly WorkspaceName Home = WorkspaceName.TryParse("scoreguard-app", out var home)
        ? home
        : default;

    private readonly AzureWorkspaceCatalog _catalog = new(connection);

    /// <summary>Stores that were made ready by this process: asking for it each time would cost a dozen calls.</summary>
    private readonly ConcurrentDictionary<string, AzureStores> _ready = new(StringComparer.Ordinal);

    /// <summary>Stores that this process has seen to be written by this version, ready or not.</summary>
    private readonly ConcurrentDictionary<string, AzureStores> _known = new(StringComparer.Ordinal);

    /// <summary>As each workspace was last opened: opening it again asks only which files changed.</summary>
    private readonly ConcurrentDictionary<string, AzureWorkspaceFiles> _opened = new(StringComparer.Ordinal);

    public async Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await _catalog.ListAsync(cancellationToken)).Select(name => name.Value)];

    public Task<ServedWorkspace?> FindAsync(string name, CancellationToken cancellationToken) =>
        FindAsync(name, ReadyAsync, cancellationToken);

    public Task<ServedWorkspace?> FindToReadAsync(string name, CancellationToken cancellationToken) =>
        FindAsync(name, KnownAsync, cancellationToken);

    public async Task<INotificationStore> GetHomeAsync(CancellationToken cancellationToken) =>
        (await ReadyAsync(Home, cancellationToken)).Notifications;

    private async Task<ServedWorkspace?> FindAsync(
        string name,
        Func<WorkspaceName, CancellationToken, Task<AzureStores>> open,
        CancellationToken cancellationToken
    )
    {
        if (!WorkspaceName.TryParse(name, out var workspace))
        {
            return null;
        }

        var files = await AzureWorkspaceFiles.OpenAsync(
            connection,
            workspace,
            _opened.GetValueOrDefault(name),
            cancellationToken
        );
        if (files.Find(Workspace.FileName) is null)
        {
            _opened.TryRemove(name, out _);
            return null;
        }

        _opened[name] = files;

        var stores = await open(workspace, cancellationToken);
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

    private async Task<AzureStores> KnownAsync(WorkspaceName workspace, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(workspace.Value, out var known) || _ready.TryGetValue(workspace.Value, out known))
        {
            return known;
        }

        var stores = AzureStores.Open(connection, workspace, time);
        // As long as nothing was written, somebody else may still write it first.
        return await stores.ExistsAsync(cancellationToken) ? _known.GetOrAdd(workspace.Value, stores) : stores;
    }

    private async Task<AzureStores> ReadyAsync(WorkspaceName workspace, CancellationToken cancellationToken)
    {
        if (_ready.TryGetValue(workspace.Value, out var ready))
        {
            return ready;
        }

        var stores = AzureStores.Open(connection, workspace, time);
        await stores.PrepareAsync(cancellationToken);
        return _ready.GetOrAdd(workspace.Value, stores);
    }
}
