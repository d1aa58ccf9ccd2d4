using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Tests.Explain;

/// <summary>A model in which everything that a model can say is said at least once.</summary>
internal static class DiffModel
{
    public static readonly ScoringModel Acme = new(
        "Acme B2B",
        Fields(),
        [new("freeMail", ["gmail.com", "yahoo.com"]), new("rivals", ["rival.example"])],
        [
            new("target", new Criterion.All([Field("size", OneOf("M", "L")), Field("country", OneOf("DE", "US"))])),
            new(
                "free-mail",
                Field("emailDomain", new Matcher.OneOf([Text("gmail.com"), Text("yahoo.com")], "freeMail"))
            ),
            new(
                "good",
                new Criterion.All([
                    new Criterion.InSegment(["target"]),
                    new Criterion.Not(new Criterion.InSegment(["free-mail"])),
                ])
            ),
        ],
        [Fit(), Behaviour(), new("total", 0, null, 150, false, [], [], [new("fit", 1), new("behaviour", 0.5m)])],
        [new("total", [new("cold", null), new("hot", 80)]), new("fit", [new("low", null), new("high", 50)])],
        new Grade(new("fit", [new("A", 50), new("B", null)]), new("behaviour", [new("1", 60), new("2", null)])),
        new Lifecycle("Inquiry", ["Inquiry", "MQL", "Accepted", "Recycle", "Disqualified"], Transitions()),
        new Routing(
            ["MQL"],
            [
                new(
                    "dach",
                    new Criterion.All([Field("country", Equal("DE")), new Criterion.GradeIs(Equal("A1"))]),
                    "Enterprise DACH",
                    Of("5m")
                ),
                new("rest", new Criterion.LabelIs("total", Equal("hot")), "Inside sales", null),
            ],
            "SDR pool"
        ),
        [new("business", "Europe/Berlin", new ZoneOffsets([]), [DayOfWeek.Monday, DayOfWeek.Tuesday], 540, 1020)],
        [
            new("first-touch", "MQL", Of("2h"), "business", Field("country", Equal("DE")), Types("owner_change")),
            new("second-touch", "Accepted", Of("1d"), null, null, null),
        ],
        "",
        ""
    );

    public static Operand.Text Text(string value) => new(value);

    public static Matcher.Equal Equal(string value) => new(Text(value));

    public static Matcher.OneOf OneOf(params string[] values) => new([.. values.Select(Text)], null);

    public static Matcher.Compare AtLeast(decimal value) => new(Comparison.GreaterOrEqual, new Operand.Number(value));

    public static Criterion.FieldIs Field(string name, Matcher matcher) => new(name, matcher);

    public static Criterion.PropertyIs Property(string name, Matcher matcher) => new(name, matcher);

    public static ActivityTypes Types(params string[] names) => new(false, [.. names]);

    public static Duration Of(string text) =>
        Duration.TryParse(text, out var duration) ? duration : throw new ArgumentException(text, nameof(text));

    private static ImmutableArray<Field> Fields() =>
        [
            new("country", FieldType.Text, null, [], [], [new("DE", ["Germany", "Deutschland"]), new("US", [])], null),
            new("employees", FieldType.Number, null, [], [], [], new Operand.Number(1)),
            new("jobTitle", FieldType.Text, null, [], [], [], null),
            new(
                "seniority",
                FieldType.Text,
                "jobTitle",
                [new(@"\bchief\b", Text("C-Level")), new(@"(?<value>vp)", null)],
                [],
                [],
                Text("other")
            ),
            new(
                "size",
                FieldType.Text,
                "employees",
                [],
                [new(50, Text("S")), new(1000, Text("M")), new(null, Text("L"))],
                [],
                null
            ),
            new("email", FieldType.Text, null, [], [], [], null),
            new("emailDomain", FieldType.Text, "email", [new("@(?<value>[^@]+)$", null)], [], [], null),
            new("customer", FieldType.Boolean, null, [], [], [], new Operand.Boolean(false)),
            new("renewsAt", FieldType.Date, null, [], [], [], null),
        ];

    private static Dimension Fit() =>
        new(
            "fit",
            5,
            0,
            70,
            false,
            [new("persona", null, 40), new("company", -10, null)],
            [
                new Rule.Attribute(
                    "decision-maker",
                    true,
                    "persona",
                    "published: 25",
                    Field("seniority", OneOf("C-Level", "vp")),
                    25,
                    false
                ),
                new Rule.Attribute(
                    "target-account",
                    true,
                    null,
                    null,
                    new Criterion.InSegment(["good", "target"]),
                    20,
                    true
                ),
                new Rule.Attribute(
                    "renewing",
                    true,
                    "company",
                    null,
                    Field("renewsAt", new Matcher.Compare(Comparison.Less, new Operand.Date(new(1_767_225_600_000)))),
                    -5,
                    false
                ),
                new Rule.Attribute(
                    "retired",
                    false,
                    null,
                    null,
                    Field("customer", new Matcher.Equal(new Operand.Boolean(true))),
                    3,
                    false
                ),
            ],
            []
        );

    private static Dimension Behaviour() =>
        new(
            "behaviour",
            0,
            null,
            null,
            true,
            [],
            [
                new Rule.OnActivity(
                    "demo-request",
                    true,
                    null,
                    null,
                    Field("employees", new Matcher.Between(new Operand.Number(10), new Operand.Number(500))),
                    Types("form_submit"),
                    Property("form", Equal("demo-request")),
                    [],
                    null,
                    new(1, null, Of("1d")),
                    new RuleOperation.Add(100, null)
                ),
                new Rule.OnActivity(
                    "pricing",
                    true,
                    null,
                    null,
                    null,
                    Types("web_visit", "page_view"),
                    new Criterion.All([
                        Property("page", new Matcher.StartsWith("/pricing")),
                        Property("page", new Matcher.Not(new Matcher.Contains("internal"))),
                    ]),
                    [],
                    new(2, Of("7d")),
                    new(null, 45, Of("30d")),
                    new RuleOperation.Add(8, new Aging.Expires(Of("90d")))
                ),
                new Rule.OnActivity(
                    "webinar",
                    true,
                    null,
                    null,
                    new Criterion.Did(
                        Types("email_click"),
                        Property("link", new Matcher.EndsWith("/webinar")),
                        2,
                        Of("30d")
                    ),
                    Types("webinar_attended"),
                    null,
                    [],
                    null,
                    null,
                    new RuleOperation.Add(20, new Aging.Decay(25, Of("30d")))
                ),
                new Rule.OnActivity(
                    "moved",
                    true,
                    null,
                    null,
                    null,
                    Types("attribute_change"),
                    null,
                    ["country", "size"],
                    null,
                    null,
                    new RuleOperation.Add(1, new Aging.HalfLife(Of("7d")))
                ),
                new Rule.OnIdle(
                    "idle-30",
                    true,
                    null,
                    null,
                    new Criterion.ScoreIs("behaviour", new Matcher.Compare(Comparison.Greater, new Operand.Number(0))),
                    Of("30d"),
                    Of("30d"),
                    Types("email_open", "email_delivered"),
                    true,
                    new(3, null, null),
                    new RuleOperation.Multiply(0.5m)
                ),
                new Rule.OnMidnight(
                    "floor",
                    true,
                    null,
                    null,
                    new Criterion.ScoreIs("behaviour", new Matcher.Compare(Comparison.Less, new Operand.Number(0))),
                    null,
                    new RuleOperation.Set(0)
                ),
            ],
            []
        );

    private static ImmutableArray<Transition> Transitions() =>
        [
            new(
                "out",
                true,
                [],
                "Disqualified",
                null,
                null,
                null,
                Field("emailDomain", new Matcher.OneOf([Text("rival.example")], "rivals")),
                []
            ),
            new(
                "mql",
                false,
                ["Inquiry"],
                "MQL",
                null,
                null,
                null,
                new Criterion.All([
                    new Criterion.ScoreIs("total", AtLeast(100)),
                    new Criterion.ScoreIs("behaviour", new Matcher.Compare(Comparison.Greater, new Operand.Number(0))),
                ]),
                []
            ),
            new(
                "re-mql",
                false,
                ["Recycle"],
                "MQL",
                null,
                null,
                null,
                new Criterion.Any([
                    new Criterion.Visits("MQL", AtLeast(1)),
                    new Criterion.StageIs(Equal("Recycle")),
                    Field("jobTitle", new Matcher.AllOf([new Matcher.Matches("chief"), new Matcher.IsMissing(false)])),
                ]),
                []
            ),
            new(
                "accept",
                false,
                ["MQL"],
                "Accepted",
                Types("sales_accept"),
                Property("by", Equal("sales")),
                null,
                null,
                []
            ),
            new(
                "recycle",
                false,
                ["MQL", "Accepted"],
                "Recycle",
                new ActivityTypes(true, []),
                null,
                Of("20d"),
                null,
                ["behaviour"]
            ),
        ];
}
