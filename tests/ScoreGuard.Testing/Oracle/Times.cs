using System.Globalization;
using System.Text.RegularExpressions;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Instants as milliseconds since 1970, durations as milliseconds.</summary>
internal static class Times
{
    private static readonly Regex InstantForm = new(
        @"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})"
            + @"(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,3}))?)?"
            + @"(Z|(?<sign>[+-])(?<offsetHours>[0-9]{2}):(?<offsetMinutes>[0-9]{2})))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking,
        Timeout.InfiniteTimeSpan
    );

    public const long Minute = 60_000;
    public const long Day = 86_400_000;

    public static bool IsInstant(string text) => FindInstant(text) is not null;

    public static long Instant(string text) =>
        FindInstant(text) ?? throw new FormatException($"'{text}' is no instant.");

    public static long? FindInstant(string text)
    {
        var parts = InstantForm.Match(text);
        if (!parts.Success)
            return null;
        int Part(string name) => parts.Groups[name].Success ? int.Parse(parts.Groups[name].Value) : 0;
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        if (year is < 1970 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var offset = Part("offsetHours") * 60 + Part("offsetMinutes");
        if (Part("hour") > 23 || Part("minute") > 59 || Part("second") > 59)
            return null;
        if (Part("offsetMinutes") > 59 || offset > 14 * 60)
            return null;
        var milliseconds = parts.Groups["fraction"].Success
            ? int.Parse(parts.Groups["fraction"].Value.PadRight(3, '0'))
            : 0;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        return (local - DateTime.UnixEpoch).Days * Day
            + (Part("hour") * 60 + Part("minute") - (parts.Groups["sign"].Value == "-" ? -offset : offset)) * Minute
            + Part("second") * 1000
            + milliseconds;
    }

    public static string Write(long instant)
    {
        var text = DateTime
            .UnixEpoch.AddMilliseconds(instant)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return text.TrimEnd('0').TrimEnd('.') + "Z";
    }

    public static long Duration(string text) =>
        long.Parse(text[..^1], CultureInfo.InvariantCulture)
        * text[^1] switch
        {
            'm' => Minute,
            'h' => 60 * Minute,
            'd' => Day,
            'w' => 7 * Day,
            _ => throw new FormatException($"'{text}' is no duration."),
        };

    public static long MidnightAfter(long instant) => (instant / Day + 1) * Day;
}
