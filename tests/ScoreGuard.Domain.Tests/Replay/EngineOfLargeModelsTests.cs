using System.Text;
using System.Text.Json;
using ScoreGuard.Testing;
using ScoreGuard.Testing.Generators;
using ScoreGuard.Testing.Oracle;

namespace ScoreGuard.Domain.Tests.Replay;

/// <summary>What is said of fields and of activities are bits in words of 64: here they take several, of which fields share some.</summary>
public sealed class EngineOfLargeModelsTests
{
    private const int Many = 150;
    private const string AsOf = "2026-01-05T00:00:00Z";

    [Fact]
    public void Many_matchers_on_few_fields_are_answered_as_by_the_oracle() =>
        AssertSame(
            AttributeRules,
            lead => new
            {
                id = $"{lead}",
                createdAt = "2026-01-01T00:00:00Z",
                attributes = new
                {
                    a = $"v{lead}",
                    b = $"v{lead % 7}",
                    c = lead % 3 == 0 ? null : $"v{lead % 5}",
                },
                activities = new object[]
                {
                    Activity("attribute_change", "2026-01-02T00:00:00Z", new { b = $"v{lead + 1}", c = $"v{lead}" }),
                    Activity("attribute_change", "2026-01-03T00:00:00Z", new { a = (string?)null }),
                },
            }
        );

    [Fact]
    public void Many_rules_on_one_type_of_activity_fire_as_by_the_oracle() =>
        AssertSame(
            ActivityRules,
            lead => new
            {
                id = $"{lead}",
                createdAt = "2026-01-01T00:00:00Z",
                attributes = new { a = "v1" },
                activities = new object[]
                {
                    Activity("visit", "2026-01-02T00:00:00Z", new { page = $"p{lead}", part = $"q{lead % 4}" }),
                    // The type, on which it depends what properties mean, may come last.
                    new
                    {
                        properties = new { page = $"p{lead + 1}" },
                        at = "2026-01-03T00:00:00Z",
                        type = "visit",
                    },
                    new
                    {
                        at = "2026-01-04T00:00:00Z",
                        properties = new { a = $"v{lead % 2}" },
                        type = "attribute_change",
                    },
                },
            }
        );

    private static Dictionary<string, object> AttributeRules =>
        Model(
            Enumerable
                .Range(0, Many)
                .Select(i => Rule($"a{i}", i + 1, "when", new { a = $"v{i}" }))
                .Concat(
                    Enumerable
                        .Range(0, Many)
                        .Select(i => Rule($"b{i}", i + 1, "when", new { b = new { not = $"v{i}" } }))
                )
                .Append(
                    Rule(
                        "both",
                        7,
                        "when",
                        new
                        {
                            a = "v3",
                            b = "v3",
                            c = new { missing = true },
                        }
                    )
                )
                .Append(Rule("any", 11, "when", new { any = new object[] { new { a = "v5" }, new { c = "v4" } } }))
        );

    private static Dictionary<string, object> ActivityRules =>
        Model(
            Enumerable
                .Range(0, Many)
                .Select(i =>
                    Rule(
                        $"p{i}",
                        i + 1,
                        "on",
                        "visit",
                        ("where", new { page = $"p{i}" }),
                        ("count", new { atLeast = 1 })
                    )
                )
                .Append(Rule("part", 3, "on", "visit", ("where", new { page = "p2", part = "q2" })))
                .Append(Rule("all", 5, "on", "visit"))
                .Append(Rule("changed", 9, "on", "attribute_change", ("changed", "a")))
        );

    private static Dictionary<string, object> Model(IEnumerable<Dictionary<string, object>> rules) =>
        new()
        {
            ["scoreguard"] = 1,
            ["name"] = "large",
            ["fields"] = new
            {
                a = new { type = "text" },
                b = new { type = "text" },
                c = new { type = "text" },
            },
            ["scores"] = new { only = new { rules = rules.ToArray() } },
            ["lifecycle"] = new
            {
                start = "New",
                stages = new[] { "New", "Met" },
                transitions = new object[]
                {
                    new
                    {
                        id = "meet",
                        from = "New",
                        to = "Met",
                        on = "visit",
                        where = new { page = "p9" },
                    },
                    new
                    {
                        id = "back",
                        from = "Met",
                        to = "New",
                        when = new { a = new { missing = true } },
                    },
                },
            },
        };

    private static Dictionary<string, object> Rule(
        string id,
        int points,
        string key,
        object value,
        params (string Key, object Value)[] more
    ) =>
        new([
            new("id", id),
            new("points", points),
            new(key, value),
            .. more.Select(m => KeyValuePair.Create(m.Key, m.Value)),
        ]);

    private static object Activity(string type, string at, object properties) =>
        new
        {
            type,
            at,
            properties,
        };

    private static void AssertSame(Dictionary<string, object> model, Func<int, object> lead)
    {
        var leads = string.Concat(
            Enumerable.Range(0, Many / 6).Select(i => JsonSerializer.Serialize(lead(6 * i + (i % 6))) + "\n")
        );
        var generated = new GeneratedCase(JsonSerializer.Serialize(model), leads, AsOf);
        var expected = SpecificationOracle.Outcomes(generated.ModelJson, leads, AsOf);
        Encoding.UTF8.GetString(expected).ShouldContain("\"rules\":{");

        OutcomeComparison.AssertEqual(
            generated,
            expected,
            Encoding.UTF8.GetBytes(Engine.Outcomes(generated.ModelJson, leads, AsOf))
        );
    }
}
