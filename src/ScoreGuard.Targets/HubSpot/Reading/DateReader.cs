using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Turns comparisons with fixed dates into criteria; what moves with the day the model cannot ask of a field.</summary>
internal static class DateReader
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    public static Criterion? Find(Subject subject, JsonElement operation, Verdict verdict)
    {
        if (subject.Type is not (null or "date") || Span(operation, verdict) is not { } span)
        {
            return null;
        }

        if (operation.IsTrue("requiresTimeZoneConversion"))
        {
            verdict.Approximate("a date in the account's time zone is taken in UTC");
        }

        var asked = operation.FindText("operator") ?? "";
        if (asked is "IS_EQUAL_TO" or "IS_NOT_EQUAL_TO" or "IS_BETWEEN" or "IS_NOT_BETWEEN")
        {
            var between = new JsonObject { ["between"] = new JsonArray(Text(span.First), Text(span.Last)) };
            return OperationReader.Signed(
                subject,
                asked.StartsWith("IS_NOT", StringComparison.Ordinal),
                operation,
                between
            );
        }

        var matcher =
            asked is "IS_BEFORE" or "IS_BEFORE_DATE" ? $"< {Text(span.First)}"
            : asked is "IS_AFTER" or "IS_AFTER_DATE" ? $"> {Text(span.Last)}"
            : null;
        return matcher is null ? null : OperationReader.Signed(subject, isNegative: false, operation, matcher);
    }

    /// <summary>From the first to the last instant that is meant.</summary>
    private static (DateTimeOffset First, DateTimeOffset Last)? Span(JsonElement operation, Verdict verdict)
    {
        switch (operation.FindText("operationType") ?? operation.FindText("type"))
        {
            case "DATE":
                return Day(operation) is { } day ? (day, day.AddDays(1) - Millisecond) : null;
            case "DATETIME":
                return At(operation.FindNumber("timestamp")) is { } at ? (at, at) : null;
            case "RANGED_DATE":
                return
                    At(operation.FindNumber("lowerBound")) is { } low
                    && At(operation.FindNumber("upperBound")) is { } high
                    && low <= high
                    ? (low, high)
                    : null;
            case "TIME_POINT":
                return operation.TryGet("timePoint", out var point) && Point(point, verdict) is { } time ? time : null;
            default:
                return
                    operation.TryGet("lowerBoundTimePoint", out var first)
                    && operation.TryGet("upperBoundTimePoint", out var last)
                    && Point(first, verdict) is { } begin
                    && Point(last, verdict) is { } end
                    && begin.First <= end.Last
                    ? (begin.First, end.Last)
                    : null;
        }
    }

    /// <summary>A date in a time zone: the whole day where it says no hour.</summary>
    private static (DateTimeOffset First, DateTimeOffset Last)? Point(JsonElement point, Verdict verdict)
    {
        if (point.FindText("timeType") != "DATE" || Day(point) is not { } day)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(point.FindText("zoneId") ?? "");
        if (zone is null)
        {
            verdict.Approximate("a date in a time zone that is not known is taken in UTC");
            zone = DateTimeZone.Utc;
        }

        var hasTime = point.TryGet("hour", out _);
        var local = LocalDateTime
            .FromDateTime(day.DateTime)
            .PlusHours(Part(point, "hour"))
            .PlusMinutes(Part(point, "minute"))
            .PlusSeconds(Part(point, "second"))
            .PlusMilliseconds(Part(point, "millisecond"));
        var first = local.InZoneLeniently(zone).ToDateTimeOffset();
        return (first, hasTime ? first : local.PlusDays(1).InZoneLeniently(zone).ToDateTimeOffset() - Millisecond);
    }

    private static long Part(JsonElement point, string name) =>
        point.FindNumber(name) is >= 0 and < 1000 and var part ? (long)part : 0;

    /// <summary>The month is a number or its English name.</summary>
    private static DateTimeOffset? Day(JsonElement date) =>
        DateTimeOffset.TryParseExact(
            $"{date.FindText("year")}-{date.FindText("month")}-{date.FindText("day")}",
            ["yyyy-M-d", "yyyy-MMMM-d", "yyyy-MMM-d"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var day
        ) && IsInRange(day)
            ? day
            : null;

    private static DateTimeOffset? At(decimal? milliseconds) =>
        milliseconds is >= 0 and < 4_102_444_800_000 and var given
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)given)
            : null;

    private static bool IsInRange(DateTimeOffset day) => day.Year is >= 1970 and <= 2099;

    private static string Text(DateTimeOffset at) => new Domain.Instant(at.ToUnixTimeMilliseconds()).ToString();
}
