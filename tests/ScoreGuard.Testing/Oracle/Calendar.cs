using System.Text.Json;
using NodaTime;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 6: open hours, walked minute by minute.</summary>
internal static class Calendar
{
    /// <summary>The earliest instant by which the open time since <paramref name="start"/> reaches <c>within</c>.</summary>
    public static long Due(JsonElement model, JsonElement sla, long start)
    {
        var within = sla.Duration("within")!.Value;
        if (sla.Find("calendar") is not { } name)
            return start + within;
        var calendar = model.Get("calendars").Get(name.GetString()!);
        var zone = DateTimeZoneProviders.Tzdb[calendar.Text("timezone")];
        // Offsets of these years are whole minutes, so a minute of the clock is open from end to end, or closed.
        for (var at = start; ; )
        {
            var nextMinute = (at / Times.Minute + 1) * Times.Minute;
            if (IsOpen(calendar, Instant.FromUnixTimeMilliseconds(at).InZone(zone)))
            {
                if (within <= nextMinute - at)
                    return at + within;
                within -= nextMinute - at;
            }
            at = nextMinute;
        }
    }

    private static bool IsOpen(JsonElement calendar, ZonedDateTime at)
    {
        var day = at.DayOfWeek.ToString()[..3];
        var minute = at.Hour * 60 + at.Minute;
        return calendar.Names("days").Contains(day, StringComparer.OrdinalIgnoreCase)
            && minute >= MinuteOfDay(calendar.Text("from"))
            && minute < MinuteOfDay(calendar.Text("to"));
    }

    private static int MinuteOfDay(string text) => int.Parse(text[..2]) * 60 + int.Parse(text[3..]);
}
