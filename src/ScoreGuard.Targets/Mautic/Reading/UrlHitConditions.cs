using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>What a visit of a page needs beside its address: visits before it.</summary>
/// <remarks>The visits before are found by SQL, which ignores case, and the present one counts.</remarks>
internal sealed class UrlHitConditions
{
    private const int SecondsPerMinute = 60;

    private readonly ImmutableArray<Occasion> _visits;
    private readonly int _hits;
    private readonly int _within;
    private readonly int _after;

    public UrlHitConditions(JsonElement properties, ImmutableArray<Occasion> visits)
    {
        _visits = visits;
        _hits = Math.Max(0, properties.Find("page_hits").AsWhole() ?? 0);
        _within = Minutes(properties.Find("returns_within").AsWhole());
        _after = Minutes(properties.Find("returns_after").AsWhole());
        IsFirstOnly = properties.Find("first_time").ValueKind == JsonValueKind.True;
        Reasons = [.. FindReasons()];
    }

    /// <summary>Only the first visit ever gives points.</summary>
    public bool IsFirstOnly { get; }

    public bool AsksBefore => _hits > 1 || _within > 0 || _after > 0;

    /// <summary>Why the model does not do it exactly.</summary>
    public ImmutableArray<string> Reasons { get; }

    /// <summary>The criteria, made anew.</summary>
    public IReadOnlyList<JsonObject> New()
    {
        var criteria = new List<JsonObject>();
        if (_hits > 1)
        {
            criteria.Add(Did(_hits, 0));
        }

        if (_within > 0)
        {
            criteria.Add(Did(2, _within));
        }

        if (_after > 0)
        {
            criteria.Add(Did(2, 0));
            criteria.Add(Criteria.Opposite(Did(2, _after)));
        }

        return criteria;
    }

    private IEnumerable<string> FindReasons()
    {
        if (IsFirstOnly)
        {
            yield return "Versions that count the present visit as an earlier one never give these points; here the first visit does.";
        }

        if (_within > 0 || _after > 0)
        {
            yield return "Mautic compares with some earlier visit of any page, by chance the first; here with the last visit of this address, in whole minutes.";
        }

        if (AsksBefore && _visits.Select(visit => visit.WhereText).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return "Visits before are counted for each kind of activity apart.";
        }
    }

    private JsonObject Did(int atLeast, int withinMinutes) =>
        Criteria.Any([
            .. _visits
                .GroupBy(visit => visit.WhereText, StringComparer.Ordinal)
                .Select(group => Did([.. group], atLeast, withinMinutes)),
        ]);

    private static JsonObject Did(ImmutableArray<Occasion> visits, int atLeast, int withinMinutes)
    {
        var did = new JsonObject
        {
            ["activity"] = new JsonArray([.. visits.Select(visit => JsonValue.Create(visit.Activity))]),
            ["atLeast"] = atLeast,
        };
        if (visits[0].NewWhere() is { } where)
        {
            did["where"] = where;
        }

        if (withinMinutes > 0)
        {
            did["within"] = $"{withinMinutes}m";
        }

        return new() { ["did"] = did };
    }

    private static int Minutes(int? seconds) =>
        seconds is > 0 and var some ? Math.Max(1, (some + (SecondsPerMinute / 2)) / SecondsPerMinute) : 0;
}
