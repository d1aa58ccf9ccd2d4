using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>So many events give so much.</summary>
/// <param name="To">The last number that is meant; null: no last.</param>
internal sealed record FrequencyRange(long From, long? To, decimal Value)
{
    private const long Most = 1_000_000;

    /// <summary>In ascending order, none reaching into the next.</summary>
    public static ImmutableArray<FrequencyRange> Read(JsonElement frequency, Verdict verdict)
    {
        var ranges = frequency
            .Items("ranges")
            .Select(One)
            .OfType<FrequencyRange>()
            .OrderBy(range => range.From)
            .ToList();
        for (var i = 0; i + 1 < ranges.Count; i++)
        {
            if (ranges[i].To is { } to && to < ranges[i + 1].From)
            {
                continue;
            }

            verdict.Approximate("of several ranges that hold, the one with the most events is taken");
            ranges[i] = ranges[i] with { To = ranges[i + 1].From - 1 };
        }

        return [.. ranges.Where(range => range.To is null || range.To >= range.From)];
    }

    public Criterion Criterion(JsonObject did)
    {
        var parts = new List<Criterion>();
        if (From > 0)
        {
            parts.Add(AtLeast(did, From));
        }

        if (To is { } to)
        {
            parts.Add(AtLeast(did, to + 1).Not);
        }

        return Reading.Criterion.All(parts);
    }

    private static FrequencyRange? One(JsonElement range)
    {
        if (Times(range, "from") is not { } from || range.FindNumber("value") is not { } value)
        {
            return null;
        }

        return range.FindText("type") switch
        {
            "AT_LEAST" => new(from, null, value),
            "EXACTLY" => new(from, from, value),
            "BETWEEN" when Times(range, "to") is { } to && to >= from => new(from, to, value),
            _ => null,
        };
    }

    private static long? Times(JsonElement range, string name) =>
        range.FindNumber(name) is >= 0 and <= Most and var times ? (long)times : null;

    private static Criterion AtLeast(JsonObject did, long times)
    {
        var asked = (JsonObject)did.DeepClone();
        asked["atLeast"] = times;
        return Reading.Criterion.Known(new() { ["did"] = asked });
    }
}
