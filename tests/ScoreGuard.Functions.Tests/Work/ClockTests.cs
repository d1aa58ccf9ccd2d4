using Microsoft.Extensions.Logging.Abstractions;
using ScoreGuard.Functions.Standalone;

namespace ScoreGuard.Functions.Tests.Work;

public sealed class ClockTests
{
    [Fact]
    public async Task An_occurrence_is_tried_again_as_often_as_a_Functions_host_would_and_then_told_as_lost()
    {
        var time = new HastyTime();
        using var app = new WorkingApp(time, "broken", "small");
        app.DamageTicket("broken", await app.OrderAsync("broken"));
        // Once an hour, beginning with the next full minute.
        var minute = time.GetUtcNow().AddMinutes(1).Minute;
        var schedule = CronSchedule.TryParse($"0 {minute} * * * *").ShouldNotBeNull();
        using var clock = new Clock(schedule, app.Schedule, time, NullLogger<Clock>.Instance);

        await clock.StartAsync(default);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (app.Log.All("run.not-ordered", "workspace").Count == 0)
        {
            await Task.Delay(20, limit.Token);
        }

        await clock.StopAsync(default);
        app.Log.All("run.not-ordered", "workspace").ShouldBe(["broken"]);
        app.Log.All("run.refused", "workspace").Count.ShouldBe(Functions.Work.Schedule.MostRetries);
    }
}
