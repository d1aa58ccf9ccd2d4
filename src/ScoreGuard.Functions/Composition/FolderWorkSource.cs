using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Work;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Functions.Composition;

/// <summary>Steps from the folder's queue, for workers without a Functions host.</summary>
internal sealed class FolderWorkSource(FolderWorkQueue queue) : IWorkSource
{
    public async Task<IReceivedWork> ReceiveAsync(CancellationToken cancellationToken) =>
        new Received(await queue.ReceiveAsync(cancellationToken));

    private sealed class Received(FolderWork work) : IReceivedWork
    {
        public WorkItem Item => work.Item;

        public DateTimeOffset QueuedAt => work.DueAt;

        public int Attempt => work.Attempt;

        public Task CompleteAsync(CancellationToken cancellationToken)
        {
            work.Complete();
            return Task.CompletedTask;
        }

        public Task AbandonAsync(TimeSpan delay, CancellationToken cancellationToken)
        {
            work.Abandon(delay);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            work.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
