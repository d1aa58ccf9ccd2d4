using ScoreGuard.Application.Workspaces;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>A step came while somebody else had the workspace's lock; it is taken again a little later.</summary>
/// <remarks>
/// Also where the lock is held for this very run: the holder may be a dead worker whose lease has not ended yet, and then
/// this step is the only one left that can go on.
/// </remarks>
public sealed class WorkspaceBusy(string message) : Exception(message)
{
    internal static async Task<RunHold> LockAsync(WorkspaceContext context, CancellationToken cancellationToken)
    {
        var holder = "";
        return await RunLocking.TryAsync(context, "run", held => holder = held.Message, cancellationToken)
            ?? throw new WorkspaceBusy(holder);
    }
}
