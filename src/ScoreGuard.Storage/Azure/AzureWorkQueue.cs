using Azure.Storage.Queues;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Storage.Azure;

/// <summary>Steps as messages of a storage queue, in JSON; in Base64, as the Functions host expects.</summary>
internal sealed class AzureWorkQueue(QueueClient queue) : IWorkQueue
{
    public Task SendAsync(WorkItem item, CancellationToken cancellationToken, TimeSpan after = default) =>
        AzureGuard.TryAsync(
            "send to",
            queue.Name,
            () =>
                queue.SendMessageAsync(
                    new BinaryData(WorkMessage.Write(item)),
                    visibilityTimeout: after,
                    cancellationToken: cancellationToken
                ),
            cancellationToken
        );
}
