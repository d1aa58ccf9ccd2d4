using ScoreGuard.Functions.Observing;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Functions.Composition;

/// <summary>Makes the queue where it is missing; until it answers, the program already listens.</summary>
internal sealed class Preparing(AzureConnection connection, TimeProvider time, ILogger<Preparing> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await connection.PrepareAsync(stoppingToken);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Events.BackgroundFailed(log, "preparing the queue", Fault.Of(fault));
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
