using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Triggers;

/// <summary>The schedule came round: every workspace is run.</summary>
internal static class RunsTimer
{
    public static void Map(WebApplication app, Schedule schedule, TimeProvider time) =>
        Envelope.Map(
            app,
            nameof(RunsTimer),
            (call, stop) =>
                schedule.RunAllAsync(call.FindOccurrence("timer") ?? Minute(time.GetUtcNow()), call.IsLastTry(), stop)
        );

    /// <summary>A host that does not name the occurrence may still call twice for it.</summary>
    private static DateTimeOffset Minute(DateTimeOffset now) =>
        new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), now.Offset);
}
