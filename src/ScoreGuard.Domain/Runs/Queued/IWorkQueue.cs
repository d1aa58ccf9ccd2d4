using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>Where steps wait for a worker.</summary>
public interface IWorkQueue
{
    /// <summary>Sends a step at least once; when it returns the step is kept.</summary>
    /// <param name="after">Not before so long a time has passed; at most 7 days.</param>
    /// <exception cref="StorageFault">It may not have been sent; sending it again does no harm.</exception>
    Task SendAsync(WorkItem item, CancellationToken cancellationToken, TimeSpan after = default);
}
