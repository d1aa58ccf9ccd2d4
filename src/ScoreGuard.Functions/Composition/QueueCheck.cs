namespace ScoreGuard.Functions.Composition;

/// <summary>Asks the queue of steps whether it is there, and changes nothing.</summary>
/// <exception cref="Domain.Faults.StorageFault">It cannot be reached, or refuses.</exception>
internal delegate Task QueueCheck(CancellationToken cancellationToken);
