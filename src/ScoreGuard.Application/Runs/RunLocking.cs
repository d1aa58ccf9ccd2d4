using System.Diagnostics;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs;

/// <summary>Keeps runs, decisions and freezes of one workspace apart.</summary>
internal static class RunLocking
{
    /// <param name="held">Why there is no handle: somebody else has it.</param>
    public static async Task<RunHold?> TryAsync(
        WorkspaceContext context,
        string purpose,
        Action<Diagnostic> held,
        CancellationToken cancellationToken
    )
    {
        switch (await context.Stores.Lock.TryAcquireAsync(purpose, context.Now, cancellationToken))
        {
            case RunLockResult.Acquired acquired:
                return new(acquired, cancellationToken);
            case RunLockResult.Held other:
                held(
                    new(
                        RunCodes.Locked.Code,
                        Severity.Error,
                        context.Files.DisplayName(Workspace.FileName),
                        null,
                        "",
                        $"This workspace is in use by {other.Holder}; wait for it to finish and try again."
                    )
                );
                return null;
            default:
                throw new UnreachableException();
        }
    }
}
