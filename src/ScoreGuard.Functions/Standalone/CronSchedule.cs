using System.Collections.Immutable;
using System.Globalization;

namespace ScoreGuard.Functions.Standalone;

/// <summary>
/// A schedule of six fields as timers of Azure Functions have it: second, minute, hour, day, month, weekday; UTC. A field is
/// <c>*</c>, a number, a range <c>1-5</c>, each with a step <c>/2</c>, or a list of these. Day and weekday must both hold.
/// </summary>
internal sealed class CronSchedule
{
    private static readonly (string Name, int Least, int Most)[] Fields =
    [
        ("second", 0, 59),
        ("minute", 0, 59),
        ("hour", 0, 23),
        ("day", 1, 31),
        ("month", 1, 12),
        ("weekday", 0, 6),
    ];

    private readonly ImmutableArray<bool[]> _fields;

    private CronSchedule(ImmutableArray<bool[]> fields) => _fields = fields;

    /// <summary>Null where the text is no such schedule.</summary>
    public static CronSchedule? TryParse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            return null;
        }

        var fields = ImmutableArray.CreateBuilder<bool[]>(Fields.Length);
        for (var index = 0; index < parts.Length; index++)
        {
            if (Field(parts[index], Fields[index].Least, Fields[index].Most) is not { } field)
            {
                return null;
            }

            fields.Add(field);
        }

        return new(fields.MoveToImmutable());
    }

    /// <summary>The first occurrence after <paramref name="after"/>; null where there is none, as on 31 February.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var at = after.ToUniversalTime();
        at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero).AddSeconds(1);
        // 29 February on a given weekday comes once in 28 years, and a century may leave one out.
        var end = at.AddYears(41);
        while (at < end)
        {
            if (!Holds(4, at.Month))
            {
                at = new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
            }
            else if (!Holds(3, at.Day) || !Holds(5, (int)at.DayOfWeek))
            {
                at = new DateTimeOffset(at.Date, TimeSpan.Zero).AddDays(1);
            }
            else if (!Holds(2, at.Hour))
            {
                at = new DateTimeOffset(at.Date, TimeSpan.Zero).AddHours(at.Hour + 1);
            }
            else if (!Holds(1, at.Minute))
            {
                at = at.AddSeconds(60 - at.Second);
            }
            else if (!Holds(0, at.Second))
            {
                at = at.AddSeconds(1);
            }
            else
            {
                return at;
            }
        }

        return null;
    }

    private bool Holds(int field, int value) => _fields[field][value];

    private static bool[]? Field(string text, int least, int most)
    {
        var holds = new bool[most + 1];
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var whole] => (whole, 1),
                [var whole, var every] when Number(every, 1, most + 1) is { } by => (whole, by),
                _ => ("", 0),
            };
            if (step == 0 || Range(range, least, most, step > 1) is not { } bounds)
            {
                return null;
            }

            for (var value = bounds.From; value <= bounds.To; value += step)
            {
                holds[value] = true;
            }
        }

        return holds;
    }

    private static (int From, int To)? Range(string text, int least, int most, bool stepped) =>
        text == "*" ? (least, most)
        : text.Split('-') is [var from, var to]
            ? Number(from, least, most) is { } first && Number(to, first, most) is { } last ? (first, last)
                : null
        : Number(text, least, most) is { } one ? (one, stepped ? most : one)
        : null;

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;
}
