using System.Globalization;

namespace ScoreGuard.Testing.Generators;

/// <summary>
/// Instants and durations from a few values, so that windows, due instants, midnights and <c>asOf</c> often fall together.
/// The weeks hold the clock changes of 2026 in Europe, America, Australia and New Zealand.
/// </summary>
internal sealed class Grid
{
    private static readonly string[] Weeks =
    [
        "2026-01-05",
        "2026-03-06",
        "2026-03-27",
        "2026-04-03",
        "2026-09-25",
        "2026-10-02",
        "2026-10-23",
        "2026-10-30",
        "2027-12-27",
    ];

    private readonly Dice dice;
    private readonly int hours;

    public Grid(Dice dice)
    {
        this.dice = dice;
        hours = dice.Pick(1, 6, 6, 12, 12, 24);
        Start = DateTime.ParseExact(
            dice.Pick(Weeks),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
        AsOf = Start.AddDays(dice.Between(2, 16)).AddHours(dice.Pick(0, 0, 6, 12, 23));
    }

    public DateTime Start { get; }

    public DateTime AsOf { get; }

    public string Duration() =>
        dice.Chance(70)
            ? dice.Pick("6h", "12h", "1d", "2d", "3d", "24h", "36h")
            : dice.Pick("1h", "90m", "5m", "1w", "7d", "30h", "2w");

    /// <summary>An instant from <paramref name="from"/> to <see cref="AsOf"/>, both included.</summary>
    public DateTime Instant(DateTime from)
    {
        var steps = (int)((AsOf - from).TotalHours / hours);
        var at = from.AddHours(hours * dice.Between(0, steps));
        if (dice.Chance(12))
            at = dice.Pick(
                at.Date,
                at.AddSeconds(1),
                at.AddSeconds(-1),
                at.AddMilliseconds(1),
                at.AddMilliseconds(250)
            );
        if (at < from)
            return from;
        return at > AsOf ? AsOf : at;
    }

    /// <summary>A date near the week, as an operand or an attribute.</summary>
    public string DateText() => Write(Start.AddDays(dice.Between(0, 3)).AddHours(dice.Pick(0, 0, 12)));

    /// <summary>The instant in one of the spellings that the specification allows.</summary>
    public string Write(DateTime at)
    {
        if (at.TimeOfDay == TimeSpan.Zero && dice.Chance(25))
            return Format(at, "yyyy-MM-dd");
        var (offset, zone) = dice.Pick((0, "Z"), (0, "Z"), (0, "Z"), (0, "+00:00"), (330, "+05:30"), (-480, "-08:00"));
        var local = at.AddMinutes(offset);
        var form = "yyyy-MM-dd'T'HH:mm";
        if (at.Millisecond != 0)
            form += ":ss.fff";
        else if (at.Second != 0 || dice.Chance(70))
            form += dice.Chance(10) ? ":ss.f" : ":ss";
        return Format(local, form) + zone;
    }

    private static string Format(DateTime at, string form) => at.ToString(form, CultureInfo.InvariantCulture);
}
