using System.Collections.Immutable;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>When people work.</summary>
internal static class CalendarShape
{
    public static readonly Key<Placed<string>> TimeZone = new(
        "timezone",
        Values.Reference("an IANA time zone such as `Europe/Berlin`"),
        "The IANA name of the time zone whose clock counts.",
        required: true
    )
    {
        Examples = ["Europe/Berlin", "America/New_York"],
    };

    public static readonly Key<ImmutableArray<Placed<DayOfWeek>>> Days = new(
        "days",
        new ListShape<Placed<DayOfWeek>>(
            "a list of days such as `[mon, tue, wed, thu, fri]`",
            new PlacedShape<DayOfWeek>(
                new ChoiceShape<DayOfWeek>(
                    "a day",
                    ("mon", DayOfWeek.Monday),
                    ("tue", DayOfWeek.Tuesday),
                    ("wed", DayOfWeek.Wednesday),
                    ("thu", DayOfWeek.Thursday),
                    ("fri", DayOfWeek.Friday),
                    ("sat", DayOfWeek.Saturday),
                    ("sun", DayOfWeek.Sunday)
                )
            )
        ),
        "The open days, each once.",
        required: true
    );

    public static readonly Key<int> From = new(
        "from",
        new TimeOfDayShape(mayEndTheDay: false),
        "Open from this local time of day on.",
        required: true
    );

    public static readonly Key<int> To = new(
        "to",
        new TimeOfDayShape(mayEndTheDay: true),
        "Open until before this local time of day; up to `'24:00'`.",
        required: true
    );

    public static readonly RecordShape Shape = new("a calendar", TimeZone, Days, From, To);
}
