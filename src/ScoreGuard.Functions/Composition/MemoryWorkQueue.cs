using System.Threading.Channels;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Composition;

/// <summary>
/// Steps in the memory of one process, for folders. What a killed process had in it is sent again from the tickets when the
/// program starts.
/// </summary>
internal sealed class MemoryWorkQueue(TimeProvider time) : IWorkQueue, IWorkSource
{
    private readonly Channel<Received> _steps = Channel.CreateUnbounded<Received>();

    public Task SendAsync(WorkItem item, CancellationToken cancellationToken) =>
        _steps.Writer.WriteAsync(new(item, 1, this), cancellationToken).AsTask();

    public async Task<IReceivedWork> ReceiveAsync(CancellationToken cancellationToken) =>
        await _steps.Reader.ReadAsync(cancellationToken);

    private sealed class Received(WorkItem item, int attempt, MemoryWorkQueue queue) : IReceivedWork
    {
        public WorkItem Item { get; } = item;

        public int Attempt { get; } = attempt;

        public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public Task AbandonAsync(TimeSpan delay, CancellationToken cancellationToken)
        {
            _ = LaterAsync(delay, cancellationToken);
            return Task.CompletedTask;
        }

        private async Task LaterAsync(TimeSpan delay, CancellationToken cancellationToken)
        {
            await Task.Delay(delay, queue._time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            queue._steps.Writer.TryWrite(new(Item, Attempt + 1, queue));
        }
    }

    private readonly TimeProvider _time = time;
}
