namespace ScoreGuard.Domain.Runs;

/// <summary>Keeps two runs of a workspace apart. Held until disposed, or until the process that holds it is gone.</summary>
public interface IRunLock
{
    /// <param name="purpose">What for, told to whoever finds it locked: <c>run</c>.</param>
    Task<RunLockResult> TryAcquireAsync(string purpose, Instant at, CancellationToken cancellationToken);
}
