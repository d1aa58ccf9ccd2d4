using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Application.Workspaces;

/// <summary>The workspaces that a host serves, composed by it.</summary>
public interface IWorkspaces
{
    /// <summary>Their names, in order.</summary>
    Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The workspace of that name as its files are now, its store made ready to be written to; null where there is none.
    /// Any text may be asked.
    /// </summary>
    Task<ServedWorkspace?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>The same to read from alone: nothing is made, and a store that is not there yet reads as an empty one.</summary>
    Task<ServedWorkspace?> FindToReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Where mails are queued that are about no single workspace.</summary>
    Task<INotificationStore> GetHomeAsync(CancellationToken cancellationToken);
}

/// <summary>A workspace as a host serves it.</summary>
/// <param name="Name">Its name in addresses and keys; what people read is <c>Context.Workspace.Name</c>.</param>
/// <param name="Wrong">What is wrong with its own file; with an error among them the context's workspace is a stand-in.</param>
public sealed record ServedWorkspace(
    string Name,
    WorkspaceContext Context,
    IRunTickets Tickets,
    IRunFiles Files,
    INotificationStore Notifications,
    ImmutableArray<Diagnostic> Wrong
);
