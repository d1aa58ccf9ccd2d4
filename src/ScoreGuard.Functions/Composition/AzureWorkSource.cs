using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Work;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Functions.Composition;

/// <summary>Steps from a storage queue, for workers that no Functions host feeds.</summary>
internal sealed class AzureWorkSource(AzureConnection connection, TimeProvider time, ILogger<AzureWorkSource> log)
    : IWorkSource
{
    /// <summary>How long nobody else sees a message; renewed while its step is under way, so that a dead worker's comes soon.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly QueueClient _queue = connection.Queues.GetQueueClient(AzureConnection.WorkQueueName);

    public async Task<IReceivedWork> ReceiveAsync(CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromMilliseconds(100); ; )
        {
            var answer = await _queue.ReceiveMessageAsync(Hidden, cancellationToken);
            if (answer.Value is not { } message)
            {
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            else if (WorkMessage.Read(message.Body) is { } item)
            {
                return new Received(_queue, message, item, time);
            }
            else
            {
                Events.Unreadable(log);
                await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }
        }
    }

    private sealed class Received : IReceivedWork
    {
        private readonly QueueClient _queue;
        private readonly string _id;
        private readonly CancellationTokenSource _ended = new();
        private readonly Task _renewing;
        private string _receipt;

        public Received(QueueClient queue, QueueMessage message, WorkItem item, TimeProvider time)
        {
            (_queue, _id, _receipt, Item) = (queue, message.MessageId, message.PopReceipt, item);
            QueuedAt = message.InsertedOn ?? time.GetUtcNow();
            Attempt = (int)Math.Min(message.DequeueCount, 1_000);
            _renewing = RenewAsync(time);
        }

        public WorkItem Item { get; }

        public DateTimeOffset QueuedAt { get; }

        public int Attempt { get; }

        public async Task CompleteAsync(CancellationToken cancellationToken)
        {
            await EndAsync();
            await _queue.DeleteMessageAsync(_id, _receipt, cancellationToken);
        }

        public async Task AbandonAsync(TimeSpan delay, CancellationToken cancellationToken)
        {
            await EndAsync();
            await _queue.UpdateMessageAsync(
                _id,
                _receipt,
                visibilityTimeout: delay,
                cancellationToken: cancellationToken
            );
        }

        public async ValueTask DisposeAsync()
        {
            await EndAsync();
            _ended.Dispose();
        }

        private async Task EndAsync()
        {
            await _ended.CancelAsync();
            await _renewing;
        }

        private async Task RenewAsync(TimeProvider time)
        {
            try
            {
                while (true)
                {
                    await Task.Delay(Hidden / 2, time, _ended.Token);
                    var renewed = await _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: Hidden);
                    _receipt = renewed.Value.PopReceipt;
                }
            }
            catch (OperationCanceledException)
            {
                // The step has ended.
            }
            catch (Azure.RequestFailedException)
            {
                // It comes again to somebody else, which does no harm.
            }
        }
    }
}
