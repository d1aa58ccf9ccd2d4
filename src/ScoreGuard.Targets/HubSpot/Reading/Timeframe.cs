using System.Text.Json;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>How far back an event counts.</summary>
internal static class Timeframe
{
    private const int Longest = 36_500;

    /// <summary>A duration of the model, as <c>30d</c>; empty: for ever.</summary>
    /// <returns>Null: the model cannot say it; the verdict says why.</returns>
    public static string? Find(JsonElement calculator, Verdict verdict)
    {
        if (
            !calculator.TryGet("eventTimeframe", out var timeframe)
            || !timeframe.TryGet("eventFilterOperation", out var operation)
        )
        {
            return "";
        }

        var kind = operation.FindText("operationType") ?? operation.FindText("type");
        var asked = operation.FindText("operator");
        switch (kind)
        {
            case "ALL_PROPERTY" when asked is "IS_KNOWN" or "IS_NOT_BLANK":
                return "";
            case "ROLLING_DATE_RANGE" when asked == "IS_LESS_THAN_X_DAYS_AGO":
                if (operation.FindNumber("numberOfDays") is >= 1 and <= Longest and var days)
                {
                    return $"{days:0}d";
                }

                break;
            case "TIME_POINT" when asked is "IS_AFTER" or "IS_AFTER_DATE":
                if (operation.TryGet("timePoint", out var point) && Back(point, verdict) is { } since)
                {
                    return since;
                }

                break;
            case "TIME_RANGED" when asked == "IS_BETWEEN":
                if (
                    operation.TryGet("lowerBoundTimePoint", out var first)
                    && operation.TryGet("upperBoundTimePoint", out var last)
                    && IsNow(last)
                    && Back(first, verdict) is { } within
                )
                {
                    return within;
                }

                break;
            default:
                break;
        }

        verdict.LeaveOut("events count here only inside a time frame that does not end now");
        return null;
    }

    private static bool IsNow(JsonElement point) =>
        point.FindText("timeType") == "INDEXED"
        && point.TryGet("indexReference", out var reference)
        && reference.FindText("referenceType") is "NOW" or "TODAY"
        && (!point.TryGet("offset", out var offset) || Days(offset) == 0);

    private static string? Back(JsonElement point, Verdict verdict)
    {
        if (
            point.FindText("timeType") != "INDEXED"
            || !point.TryGet("indexReference", out var reference)
            || reference.FindText("referenceType") is not { } from
            || from is not ("NOW" or "TODAY")
            || !point.TryGet("offset", out var offset)
            || Days(offset) is not { } days
            || days is > -1 or < -Longest
        )
        {
            return null;
        }

        if (from == "TODAY")
        {
            verdict.Approximate("days are counted back from now, not from midnight");
        }

        return $"{-days:0}d";
    }

    /// <summary>Null: it has parts that are no whole days.</summary>
    private static decimal? Days(JsonElement offset) =>
        ((string[])["hours", "milliseconds", "minutes", "months", "quarters", "seconds", "years"]).Any(part =>
            offset.FindNumber(part) is not (null or 0)
        )
            ? null
            : (offset.FindNumber("days") ?? 0) + 7 * (offset.FindNumber("weeks") ?? 0);
}
