using ScoreGuard.Application.Workspaces;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>A step came while somebody else had the workspace's lock; it is taken again a little later.</summary>
public sealed class WorkspaceBusy(string message) : Exception(message)
{
    /// <summary>The lock, to end a run under it.</summary>
    /// <returns>Null: another worker ends this very run. Its own message comes again if it dies, so this one is not needed.</returns>
    /// <exception cref="WorkspaceBusy">Somebody else has it for something else.</exception>
    internal static async Task<RunHold?> TryLockAsync(
        WorkspaceContext context,
        string run,
        CancellationToken cancellationToken
    )
    {
        var purpose = $"run {run}";
        var holder = "";
        return await RunLocking.TryAsync(context, purpose, held => holder = held.Message, cancellationToken)
            ?? (holder.Contains(purpose, StringComparison.Ordinal) ? null : throw new WorkspaceBusy(holder));
    }
}
