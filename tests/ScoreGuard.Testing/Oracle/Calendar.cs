using System.Text.Json;
using NodaTime;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 6: open hours, walked minute by minute.</summary>
internal static class Calendar
{
    /// <summary>1970 began on a Thursday.</summary>
    private static readonly string[] Weekdays = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"];

    /// <summary>The earliest instant by which the open time since <paramref name="start"/> reaches <c>within</c>.</summary>
    public static long Due(JsonElement model, JsonElement sla, long start)
    {
        var within = sla.Duration("within")!.Value;
        if (sla.Find("calendar") is not { } name)
            return start + within;
        var calendar = model.Get("calendars").Get(name.GetString()!);
        var zone = DateTimeZoneProviders.Tzdb[calendar.Text("timezone")];
        var days = calendar.Names("days");
        var isOpenDay = Weekdays.Select(day => days.Contains(day, StringComparer.OrdinalIgnoreCase)).ToArray();
        var (from, to) = (TimeOfDay(calendar.Text("from")), TimeOfDay(calendar.Text("to")));
        // Offsets of these years are whole minutes, so a minute of the clock is open from end to end, or closed.
        for (var at = start; ; )
        {
            var nextMinute = (at / Times.Minute + 1) * Times.Minute;
            var local = at + zone.GetUtcOffset(Instant.FromUnixTimeMilliseconds(at)).Milliseconds;
            if (isOpenDay[local / Times.Day % 7] && local % Times.Day >= from && local % Times.Day < to)
            {
                if (within <= nextMinute - at)
                    return at + within;
                within -= nextMinute - at;
            }
            at = nextMinute;
        }
    }

    private static long TimeOfDay(string text) => (int.Parse(text[..2]) * 60 + int.Parse(text[3..])) * Times.Minute;
}
