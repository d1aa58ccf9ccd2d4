using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>Score documents by chance, from a seed: every kind of the description, and values that nobody expects.</summary>
internal sealed class HubSpotScoreMaker(int seed)
{
    private static readonly string[] Properties =
    [
        "jobtitle",
        "country",
        "stage",
        "score.fit",
        "numemployees",
        " ",
        "a b",
    ];
    private static readonly string[] Texts =
    [
        "DE",
        "> 5",
        "",
        " ",
        "a;b",
        "🔥",
        "!=",
        "5",
        "true",
        "~",
        "\"q\" \\",
        "2026-01-01",
    ];
    private static readonly decimal[] Numbers = [0, 1, -7.5m, 0.0004m, 1.23456m, 99999999999m, 40, 3];

    private static readonly string[] Operations =
    [
        "ALL_PROPERTY",
        "BOOL",
        "NUMBER",
        "NUMBER_RANGED",
        "STRING",
        "MULTISTRING",
        "ENUMERATION",
        "DATE",
        "DATETIME",
        "RANGED_DATE",
        "TIME_POINT",
        "TIME_RANGED",
        "ROLLING_DATE_RANGE",
        "ROLLING_PROPERTY_UPDATED",
        "COMPARATIVE_DATE",
        "CALENDAR_DATE",
    ];

    private static readonly string[] Operators =
    [
        "IS_EQUAL_TO",
        "IS_NOT_EQUAL_TO",
        "IS_ANY_OF",
        "IS_NONE_OF",
        "CONTAINS",
        "DOES_NOT_CONTAIN",
        "CONTAINS_ALL",
        "DOES_NOT_CONTAIN_ALL",
        "IS_EXACTLY",
        "STARTS_WITH",
        "IS_GREATER_THAN",
        "IS_LESS_THAN_OR_EQUAL_TO",
        "IS_BETWEEN",
        "IS_NOT_BETWEEN",
        "IS_KNOWN",
        "IS_UNKNOWN",
        "IS_BEFORE_DATE",
        "IS_AFTER",
        "IS_LESS_THAN_X_DAYS_AGO",
        "UPDATED_IN_LAST_X_DAYS",
        "HAS_EVER_BEEN_EQUAL_TO",
    ];

    private readonly Random _chance = new(seed);

    public JsonObject Score(string id)
    {
        var score = new JsonObject
        {
            ["id"] = id,
            ["name"] = One(Texts),
            ["objectTypeId"] = "0-1",
            ["scoreType"] = "COMBINED",
            ["scoreStatus"] = "ACTIVE",
            ["groupConfigs"] = List(1, 4, Group),
            ["outputConfiguration"] = new JsonObject { ["outputs"] = List(0, 4, Output) },
        };
        Maybe(score, "maxScore", Number);
        Maybe(score, "maxScorePerCategory", Number);
        Maybe(
            score,
            "filterConfiguration",
            () =>
                new JsonObject
                {
                    ["listFilterType"] = One("INCLUDES", "EXCLUDES"),
                    ["segmentIds"] = new JsonArray(5, 6),
                }
        );
        return score;
    }

    private JsonObject Group()
    {
        var group = new JsonObject
        {
            ["id"] = "g",
            ["groupName"] = One(Texts),
            ["groupCategory"] = One("FIT", "INTENT"),
            ["ruleConfigurations"] = List(0, 4, Rule),
        };
        Maybe(group, "minValue", Number);
        Maybe(group, "maxValue", Number);
        Maybe(
            group,
            "groupDecay",
            () => new JsonObject { ["percentToDecayPerInterval"] = Number(), ["decayIntervalDays"] = Number() }
        );
        return group;
    }

    private JsonObject Rule()
    {
        var rule = new JsonObject
        {
            ["id"] = One(Texts),
            ["enabled"] = _chance.Next(5) > 0,
            ["configuration"] = new JsonObject { ["calculation"] = _chance.Next(3) == 0 ? Events() : Calculator(0) },
        };
        Maybe(rule, "minimumValue", Number);
        Maybe(rule, "maximumValue", Number);
        return rule;
    }

    private JsonObject Calculator(int depth) =>
        _chance.Next(depth > 2 ? 4 : 5) switch
        {
            0 => new() { ["type"] = "CONSTANT", ["value"] = Number() },
            1 => new()
            {
                ["type"] = "MATCH",
                ["property"] = One(Properties),
                ["matchRules"] = List(0, 4, () => new JsonObject { ["operation"] = Operation(), ["value"] = Number() }),
                ["defaultValue"] = Number(),
            },
            2 => new()
            {
                ["type"] = "CONDITIONAL",
                ["value"] = Number(),
                ["whereCondition"] = Condition(0),
            },
            3 => new()
            {
                ["type"] = "SEGMENT_MEMBERSHIP",
                ["segmentMembershipRules"] = List(
                    0,
                    3,
                    () =>
                        new JsonObject
                        {
                            ["operation"] = One(
                                "HAS_ALL_SEGMENT_MEMBERSHIP",
                                "HAS_AT_LEAST_ONE_SEGMENT_MEMBERSHIP",
                                "HAS_NO_SEGMENT_MEMBERSHIP"
                            ),
                            ["segmentIds"] = List(0, 3, () => JsonValue.Create(_chance.Next(5, 8))),
                            ["value"] = Number(),
                        }
                ),
            },
            _ => new() { ["type"] = "MULTI", ["calculators"] = List(0, 3, () => Calculator(depth + 1)) },
        };

    private JsonObject Condition(int depth) =>
        depth > 0 && _chance.Next(3) > 0
            ? new()
            {
                ["type"] = "SINGLE",
                ["property"] = One(Properties),
                ["operation"] = Operation(),
            }
            : new()
            {
                ["type"] = "COMPOSITE",
                ["operator"] = "AND",
                ["conditions"] = List(0, 3, () => depth > 2 ? new() : Condition(depth + 1)),
            };

    private JsonObject Events() =>
        new()
        {
            ["type"] = "MULTI_UE",
            ["eventCalculators"] = List(
                0,
                3,
                () =>
                {
                    var entry = new JsonObject
                    {
                        ["eventTypeId"] = One("6-1", "any", "idle", ""),
                        ["recordCalculation"] = Calculator(0),
                    };
                    Maybe(entry, "eventTimeframe", () => new JsonObject { ["eventFilterOperation"] = Operation() });
                    Maybe(
                        entry,
                        "eventFrequencyCriteria",
                        () => new JsonObject { ["type"] = "BETWEEN", ["ranges"] = List(0, 4, Range) }
                    );
                    return entry;
                }
            ),
        };

    private JsonObject Range() =>
        new()
        {
            ["type"] = One("AT_LEAST", "BETWEEN", "EXACTLY"),
            ["from"] = _chance.Next(5),
            ["to"] = _chance.Next(9),
            ["value"] = Number(),
        };

    private JsonObject Operation() =>
        new()
        {
            ["operationType"] = One(Operations),
            ["operator"] = One(Operators),
            ["includeObjectsWithNoValueSet"] = _chance.Next(2) == 0,
            ["value"] = _chance.Next(3) switch
            {
                0 => One(Texts),
                1 => Number(),
                _ => true,
            },
            ["values"] = List(0, 3, () => JsonValue.Create(One(Texts))),
            ["lowerBound"] = _chance.Next(100),
            ["upperBound"] = _chance.Next(100),
            ["numberOfDays"] = _chance.Next(40),
            ["timestamp"] = 1_767_225_600_000 * _chance.Next(4),
            ["year"] = _chance.Next(1960, 2110),
            ["month"] = One("MAY", "13", "2"),
            ["day"] = _chance.Next(33),
            ["timePoint"] = Point(),
            ["lowerBoundTimePoint"] = Point(),
            ["upperBoundTimePoint"] = Point(),
        };

    private JsonObject Point() =>
        new()
        {
            ["timeType"] = One("DATE", "INDEXED", "PROPERTY_REFERENCED"),
            ["zoneId"] = One("Europe/Berlin", "Nowhere/At_all"),
            ["year"] = _chance.Next(1969, 2101),
            ["month"] = _chance.Next(1, 13),
            ["day"] = _chance.Next(1, 29),
            ["hour"] = _chance.Next(24),
            ["indexReference"] = new JsonObject { ["referenceType"] = One("NOW", "TODAY", "WEEK") },
            ["offset"] = new JsonObject { ["days"] = -_chance.Next(3), ["weeks"] = -_chance.Next(2) },
        };

    private JsonObject Output() =>
        new()
        {
            ["id"] = "o",
            ["outputType"] = One("SCORE", "THRESHOLD", "MATRIX"),
            ["propertyName"] = One("lead_score", "fit_score", "", "🔥"),
            ["categories"] = _chance.Next(3) switch
            {
                0 => new JsonArray("FIT"),
                1 => new JsonArray("INTENT"),
                _ => new JsonArray("FIT", "INTENT"),
            },
            ["boundaries"] =
                _chance.Next(2) == 0
                    ? List(0, 4, Boundary)
                    : new JsonObject { ["FIT"] = List(0, 3, Boundary), ["INTENT"] = List(0, 3, Boundary) },
        };

    private JsonObject Boundary() => new() { ["label"] = One(Texts), ["threshold"] = Number() };

    private JsonValue Number() => JsonValue.Create(Numbers[_chance.Next(Numbers.Length)]);

    private string One(params string[] of) => of[_chance.Next(of.Length)];

    private JsonArray List(int least, int most, Func<JsonNode> make) =>
        new([.. Enumerable.Range(0, _chance.Next(least, most)).Select(_ => make())]);

    private void Maybe(JsonObject owner, string name, Func<JsonNode> make)
    {
        if (_chance.Next(3) == 0)
        {
            owner[name] = make();
        }
    }
}
