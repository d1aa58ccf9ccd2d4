using System.Threading.RateLimiting;

namespace ScoreGuard.Functions.Access;

/// <summary>Makes guessing keys slow, without making those wait who know one.</summary>
internal sealed class WrongKeys(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrencyLimiter _limiter = new(
        new()
        {
            PermitLimit = 4,
            QueueLimit = 40,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <returns>False at once where so many wrong keys are waiting that no more are heard.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        using var lease = await _limiter.AcquireAsync(1, cancellationToken);
        if (lease.IsAcquired)
        {
            await Task.Delay(Delay, time, cancellationToken);
        }

        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
