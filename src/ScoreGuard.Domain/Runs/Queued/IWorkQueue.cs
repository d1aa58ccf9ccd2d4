using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>Where steps wait for a worker.</summary>
public interface IWorkQueue
{
    /// <summary>Sends a step at least once; when it returns the step is kept.</summary>
    /// <exception cref="StorageFault">It may not have been sent; sending it again does no harm.</exception>
    Task SendAsync(WorkItem item, CancellationToken cancellationToken);
}
