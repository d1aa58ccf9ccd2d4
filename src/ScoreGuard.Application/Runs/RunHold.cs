using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>A workspace's lock, held. Dispose to release.</summary>
internal sealed class RunHold : IDisposable
{
    private readonly IDisposable _handle;
    private readonly CancellationTokenSource _stop;

    public RunHold(RunLockResult.Acquired acquired, CancellationToken cancellationToken)
    {
        _handle = acquired.Handle;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, acquired.Lost);
        Stop = _stop.Token;
    }

    /// <summary>Cancelled when the caller gives up, and when the lock is lost: what is done under it has to end then.</summary>
    public CancellationToken Stop { get; }

    public void Dispose()
    {
        _handle.Dispose();
        _stop.Dispose();
    }
}
