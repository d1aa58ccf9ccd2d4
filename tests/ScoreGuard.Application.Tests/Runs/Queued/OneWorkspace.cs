using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Application.Tests.Runs.Queued;

/// <summary>Serves the workspace of a test, read anew for each step as another process would.</summary>
internal sealed class OneWorkspace(Guarded guarded) : IWorkspaces
{
    public const string Name = "test";

    /// <summary>Wraps the stores of each step: the place where a worker can be killed.</summary>
    public Func<WorkspaceStores, WorkspaceStores> Stores { get; set; } = stores => stores;

    public Func<IRunTickets, IRunTickets> Tickets { get; set; } = tickets => tickets;

    public Func<IRunFiles, IRunFiles> Files { get; set; } = files => files;

    public ImmutableArray<Diagnostic> Wrong { get; set; } = [];

    public Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableArray.Create(Name));

    public Task<ServedWorkspace?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (name != Name)
        {
            return Task.FromResult<ServedWorkspace?>(null);
        }

        var context = guarded.Context;
        var folder = FolderStores.Open(guarded.StorePath);
        return Task.FromResult<ServedWorkspace?>(
            new(
                Name,
                context with
                {
                    Stores = Stores(context.Stores),
                },
                Tickets(folder.Tickets),
                Files(folder.Files),
                folder.Notifications,
                Wrong
            )
        );
    }

    public Task<ServedWorkspace?> FindToReadAsync(string name, CancellationToken cancellationToken) =>
        FindAsync(name, cancellationToken);

    public Task<INotificationStore> GetHomeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(FolderStores.Open(guarded.StorePath + "-home").Notifications);
}
