namespace ScoreGuard.Application.Live;

/// <summary>Waits as long as a step may last; what takes longer is gone on with in the next step.</summary>
/// <param name="until">When the step has to be over; null: it may take as long as it needs.</param>
internal sealed class Patience(TimeProvider time, DateTimeOffset? until)
{
    public bool HasEnd => until is not null;

    /// <exception cref="ReplayPaused">The step would be over before; nothing was waited for.</exception>
    public async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        if (until is { } end && time.GetUtcNow() + wait > end)
        {
            throw new ReplayPaused(wait);
        }

        await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Waits a little, whatever the step's end: where nothing can be gone on with later.</summary>
    public Task RestAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Delay(wait, time, cancellationToken);

    /// <summary>Between two calls: whether there is time for another.</summary>
    /// <exception cref="ReplayPaused">The step is over.</exception>
    public void Check()
    {
        if (until is { } end && time.GetUtcNow() >= end)
        {
            throw new ReplayPaused(TimeSpan.Zero);
        }
    }
}
