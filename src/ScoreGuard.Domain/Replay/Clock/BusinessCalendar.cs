using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>When the time of an SLA runs.</summary>
internal sealed class BusinessCalendar(Calendar calendar)
{
    // Beyond it an instant has no date to print; nobody waits that long.
    private static readonly long End = new DateTimeOffset(
        9999,
        12,
        31,
        0,
        0,
        0,
        TimeSpan.Zero
    ).ToUnixTimeMilliseconds();

    private const long Day = Instant.MillisecondsPerDay;
    private readonly ImmutableArray<ZoneOffsets.Period> periods = calendar.Zone.Periods;
    private readonly long from = calendar.FromMinute * 60_000L;
    private readonly long to = calendar.ToMinute * 60_000L;
    private readonly bool[] isOpen = [.. Enumerable.Range(0, 7).Select(d => calendar.Days.Contains((DayOfWeek)d))];

    /// <summary>The earliest instant by which the open time since <paramref name="start"/> reaches <paramref name="within"/>.</summary>
    public long Due(long start, long within)
    {
        for (var p = PeriodOf(start); p < periods.Length; p++)
        {
            var end = p + 1 < periods.Length ? periods[p + 1].From : End;
            var due = DueInside(Math.Max(start, periods[p].From), end, periods[p].Offset, ref within);
            if (due is { } found)
            {
                return found;
            }
        }

        return End;
    }

    /// <summary>The last period that has begun by an instant; the first where none has.</summary>
    private int PeriodOf(long instant)
    {
        var first = 0;
        var end = periods.Length;
        while (end - first > 1)
        {
            var middle = (first + end) / 2;
            (first, end) = periods[middle].From <= instant ? (middle, end) : (first, middle);
        }

        return first;
    }

    // Inside one period the offset is constant, so local days follow each other without gap or repetition.
    private long? DueInside(long start, long end, long offset, ref long within)
    {
        var localDay = FloorDay(start + offset);
        while (true)
        {
            // Whole weeks at once: a long wait must not take long.
            var week = OpenDaysAWeek * (to - from);
            var weeks = Math.Min((within - 1) / week, ((end + offset - (localDay * Day)) / (7 * Day)) - 1);
            if (weeks > 0 && (localDay * Day) - offset >= start)
            {
                within -= weeks * week;
                localDay += 7 * weeks;
            }

            var opens = Math.Max((localDay * Day) + from - offset, start);
            var closes = Math.Min((localDay * Day) + to - offset, end);
            if ((localDay * Day) - offset >= end)
            {
                return null;
            }

            if (isOpen[(int)DayOfWeekOf(localDay)] && closes > opens)
            {
                if (closes - opens >= within)
                {
                    return opens + within;
                }

                within -= closes - opens;
            }

            localDay++;
        }
    }

    private long OpenDaysAWeek { get; } = calendar.Days.Length;

    private static long FloorDay(long milliseconds) =>
        milliseconds >= 0 ? milliseconds / Day : -((-milliseconds + Day - 1) / Day);

    // 1970-01-01 was a Thursday.
    private static DayOfWeek DayOfWeekOf(long day) => (DayOfWeek)((((day + 4) % 7) + 7) % 7);
}
