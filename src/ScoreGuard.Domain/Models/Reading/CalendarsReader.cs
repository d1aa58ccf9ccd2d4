using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The section <c>calendars</c>.</summary>
internal sealed class CalendarsReader(ITimeZones zones)
{
    public ImmutableArray<Calendar> Read(RecordReader model)
    {
        var read = ImmutableArray.CreateBuilder<Calendar>();
        foreach (var calendar in model.Get(ModelShape.Calendars, []))
        {
            if (Read(calendar.Name, calendar.Value) is { } good)
            {
                read.Add(good);
            }
        }

        return read.ToImmutable();
    }

    private Calendar? Read(string name, RecordReader calendar)
    {
        var zone = calendar.Find(CalendarShape.TimeZone);
        var offsets = zone is null ? null : zones.Find(zone.Value);
        if (zone is not null && offsets is null)
        {
            var known = zones.Names.ToList();
            zone.Place.Error(
                ModelCodes.UnknownZone,
                Spelling.Nearest(zone.Value, known) is { } nearest
                    ? $"There is no time zone {Quote.Code(zone.Value)}; did you mean {Quote.Code(nearest)}?"
                    : $"There is no time zone {Quote.Code(zone.Value)}; write an IANA name such as `Europe/Berlin`."
            );
        }

        var days = Days(calendar);
        var opens = calendar.FindValue(CalendarShape.From);
        var closes = calendar.FindValue(CalendarShape.To);
        if (opens is { } from && closes is { } to && from >= to)
        {
            calendar
                .PlaceOf(CalendarShape.To)
                .Error(
                    ModelCodes.CalendarHours,
                    "A calendar opens before it closes, and `to` is not later than `from`; correct one of them."
                );
        }

        return zone is null || offsets is null ? null : new(name, zone.Value, offsets, days, opens ?? 0, closes ?? 0);
    }

    private static ImmutableArray<DayOfWeek> Days(RecordReader calendar)
    {
        var days = calendar.Get(CalendarShape.Days, []);
        var seen = new HashSet<DayOfWeek>();
        foreach (var day in days.Where(day => !seen.Add(day.Value)))
        {
            day.Place.Error(
                DocumentCodes.RepeatedItem,
                $"{Quote.Code(((DocumentNode.Scalar)day.Place.Node).Text)} stands in the list already; name each day once."
            );
        }

        return [.. seen];
    }
}
