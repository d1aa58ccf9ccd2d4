namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Monday to Friday, 09:00 to 17:00 in Berlin. The clocks change on Sundays, when nothing is open.</summary>
public static class BusinessHours
{
    private const long Hour = 3_600_000;
    private const long Open = 9 * Hour;
    private const long Close = 17 * Hour;

    /// <summary>The earliest instant by which <paramref name="within"/> (milliseconds) of open time has passed.</summary>
    public static long Due(long from, long within)
    {
        var local = from + Offset(from);
        var day = Math.DivRem(local, Instants.Day, out var time);
        for (var left = within; ; day++, time = 0)
        {
            // Day 0 was a Thursday.
            if ((day + 3) % 7 >= 5 || time >= Close)
            {
                continue;
            }

            var start = Math.Max(time, Open);
            if (start + left <= Close)
            {
                var due = (day * Instants.Day) + start + left;
                return due - Offset(due - Hour);
            }

            left -= Close - start;
        }
    }

    /// <summary>One hour, two between the last Sundays of March and October, 01:00 UTC.</summary>
    private static long Offset(long at)
    {
        var year = DateOnly.FromDayNumber((int)(at / Instants.Day) + 719_162).Year;
        return at >= LastSunday(year, 3) && at < LastSunday(year, 10) ? 2 * Hour : Hour;
    }

    private static long LastSunday(int year, int month)
    {
        var last = Instants.Days(year, month, 31);
        return ((last - ((last + 4) % 7)) * Instants.Day) + Hour;
    }
}
