using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Standalone;

/// <summary>Keeps the schedule where no Functions host does, and looks after runs that lost their worker.</summary>
internal sealed class Clock(CronSchedule schedule, Schedule work, TimeProvider time, ILogger<Clock> log)
    : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    public static CronSchedule ScheduleOf(HostSettings settings) =>
        CronSchedule.TryParse(settings.Schedule)
        ?? throw new SettingsException([
            $"{SettingNames.Schedule} must have six fields, seconds first, such as `{HostSettings.DefaultSchedule}`.",
        ]);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(SweepAsync(stoppingToken), KeepAsync(stoppingToken));

    private async Task SweepAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        while (await NextAsync(timer, stop))
        {
            await TryAsync("picking up runs", () => work.SweepAsync(stop));
        }
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        while (schedule.Next(time.GetUtcNow()) is { } occurrence)
        {
            while (occurrence - time.GetUtcNow() is { Ticks: > 0 } wait)
            {
                // A timer cannot wait for more than some weeks.
                var part = wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1);
                await PauseAsync(part, stop);
                if (stop.IsCancellationRequested)
                {
                    return;
                }
            }

            await OrderAsync(occurrence, stop);
        }
    }

    /// <summary>Again and again, as the Functions host would.</summary>
    private async Task OrderAsync(DateTimeOffset occurrence, CancellationToken stop)
    {
        for (var retry = 0; retry <= Schedule.MostRetries && !stop.IsCancellationRequested; retry++)
        {
            var isLast = retry == Schedule.MostRetries;
            if (await TryAsync("ordering the scheduled runs", () => work.RunAllAsync(occurrence, isLast, stop)))
            {
                return;
            }

            if (!isLast)
            {
                await PauseAsync(Schedule.RetryAfter, stop);
            }
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stop) =>
        await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> TryAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (OperationCanceledException)
        {
            // The app stops.
            return false;
        }
        catch (Exception fault)
        {
            Events.BackgroundFailed(log, what, Fault.Of(fault));
            return false;
        }
    }
}
