using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Functions.Work;

/// <summary>Where a worker without a Functions host gets its steps from.</summary>
internal interface IWorkSource
{
    /// <summary>Waits for the next step.</summary>
    Task<IReceivedWork> ReceiveAsync(CancellationToken cancellationToken);
}

/// <summary>A step that nobody else has for the time being.</summary>
internal interface IReceivedWork : IAsyncDisposable
{
    WorkItem Item { get; }

    /// <summary>Since when it could be taken.</summary>
    DateTimeOffset QueuedAt { get; }

    /// <summary>From 1.</summary>
    int Attempt { get; }

    /// <summary>It is done and comes no more.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>It comes again after a while.</summary>
    Task AbandonAsync(TimeSpan delay, CancellationToken cancellationToken);
}
