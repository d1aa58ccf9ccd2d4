using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Standalone;

/// <summary>Works the queue off where no Functions host does.</summary>
internal sealed class Workers(IWorkSource source, StepRunner steps, ILogger<Workers> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Math.Clamp(Environment.ProcessorCount, 1, 4))
                .Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken))
        );

    private async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var work = await source.ReceiveAsync(stop);
                await TakeAsync(work, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The queue itself does not answer.
                Events.BackgroundFailed(log, "receiving work", Fault.Of(fault));
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TakeAsync(IReceivedWork work, CancellationToken stop)
    {
        try
        {
            if (work.Attempt > StepRunner.MostAttempts)
            {
                await steps.GiveUpAsync(work.Item, stop);
            }
            else
            {
                await steps.RunAsync(work.Item, work.QueuedAt, stop);
            }

            await work.CompleteAsync(stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // Said by whoever took the step or could not give it up.
            await work.AbandonAsync(Pause * work.Attempt, stop);
        }
    }
}
