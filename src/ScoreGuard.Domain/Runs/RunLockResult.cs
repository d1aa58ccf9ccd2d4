namespace ScoreGuard.Domain.Runs;

/// <summary>What asking for the lock gave.</summary>
public abstract record RunLockResult
{
    private RunLockResult() { }

    /// <param name="Handle">Dispose to release.</param>
    /// <param name="Lost">
    /// Cancelled when the lock could not be kept, and somebody else may have it. Never where the system keeps it.
    /// </param>
    public sealed record Acquired(IDisposable Handle, CancellationToken Lost = default) : RunLockResult;

    /// <param name="Holder">Who has it, in words: <c>a run (process 4711, since 2026-03-10T09:00:00Z)</c>.</param>
    public sealed record Held(string Holder) : RunLockResult;
}
