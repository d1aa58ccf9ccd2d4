using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Standalone;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Tests.Work;

public sealed class StepAgeTests
{
    [Fact]
    public async Task How_long_a_step_waited_is_measured_without_a_Functions_host_too()
    {
        var ages = new ConcurrentQueue<double>();
        using var meter = new MeterListener();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name && instrument.Name == "scoreguard.step.age")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meter.SetMeasurementEventCallback<double>((_, age, _, _) => ages.Enqueue(age));
        meter.Start();
        var time = new SetTime();
        using var app = new WorkingApp(time);
        var source = new OneStep(time.Now - TimeSpan.FromSeconds(54_321));
        using var workers = new Workers(source, app.Steps, NullLogger<Workers>.Instance);

        await workers.StartAsync(default);
        await source.Completed.WaitAsync(TimeSpan.FromMinutes(1));
        await workers.StopAsync(default);

        ages.ShouldContain(54_321);
    }

    private sealed class OneStep(DateTimeOffset queuedAt) : IWorkSource, IReceivedWork
    {
        private readonly TaskCompletionSource _completed = new();
        private int _received;

        public Task Completed => _completed.Task;

        public WorkItem Item { get; } = new("gone", "20260310T090000123Z-1a2b3c4d", WorkStep.Start);

        public DateTimeOffset QueuedAt => queuedAt;

        public int Attempt => 1;

        public async Task<IReceivedWork> ReceiveAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _received) > 1)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return this;
        }

        public Task CompleteAsync(CancellationToken cancellationToken)
        {
            _completed.TrySetResult();
            return Task.CompletedTask;
        }

        public Task AbandonAsync(TimeSpan delay, CancellationToken cancellationToken) =>
            CompleteAsync(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
