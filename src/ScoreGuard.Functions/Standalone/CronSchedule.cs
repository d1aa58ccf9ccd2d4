using NCrontab;

namespace ScoreGuard.Functions.Standalone;

/// <summary>
/// A schedule of six fields, read by the library with which Azure Functions reads those of its timers: second, minute, hour,
/// day, month, weekday; UTC. Day and weekday must both hold.
/// </summary>
internal sealed class CronSchedule
{
    private readonly CrontabSchedule _schedule;

    private CronSchedule(CrontabSchedule schedule) => _schedule = schedule;

    /// <summary>Null where the text is no such schedule.</summary>
    public static CronSchedule? TryParse(string text) =>
        CrontabSchedule.TryParse(text, new() { IncludingSeconds = true }) is { } schedule ? new(schedule) : null;

    /// <summary>The first occurrence after <paramref name="after"/>; null where there is none in 41 years, as on 31 February.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var from = after.UtcDateTime;
        var end = from.AddYears(41);
        var next = _schedule.GetNextOccurrence(from, end);
        return next < end ? new(DateTime.SpecifyKind(next, DateTimeKind.Utc)) : null;
    }
}
