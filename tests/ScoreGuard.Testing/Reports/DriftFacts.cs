using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Testing.Reports;

/// <summary>The figures of <see cref="SomeReport.Drift"/>: made up, but they sum as a real run's do.</summary>
internal static class DriftFacts
{
    private const string Threshold = "The transition mql asks for a total of 90 points or more; it was 100.";
    private const string Decay = "The rule content now loses 25 % of its points every 30 days; it kept them.";
    private const string Country = "The field country lost the synonym Deutschland for DE.";

    public static ScoreDistribution StillScores { get; } =
        new(
            "total",
            [new("below 50", null, 50, 600, 600), new("50 and more", 50, null, 400, 400)],
            new(1000, 44.1m, -10, 41, 180),
            new(1000, 44.1m, -10, 41, 180),
            0,
            0
        );

    public static ImmutableArray<Transfer> Stages { get; } =
    [
        new("Inquiry", "Inquiry", 693),
        new("Inquiry", "MQL", 37),
        new("MQL", "Inquiry", 10),
        new("MQL", "MQL", 140),
        new("Accepted", "Accepted", 62),
        new("Accepted", "Inquiry", 2),
        new("Recycle", "Recycle", 56),
    ];

    public static ImmutableArray<ScoreDistribution> Scores { get; } =
    [
        new(
            "total",
            [
                new("below 0", null, 0, 31, 33),
                new("0 to 20", 0, 20, 212, 220),
                new("20 to 40", 20, 40, 240, 262),
                new("40 to 60", 40, 60, 168, 161),
                new("60 to 80", 60, 80, 81, 84),
                new("80 to 100", 80, 100, 54, 39),
                new("100 to 120", 100, 120, 141, 133),
                new("120 and more", 120, null, 73, 68),
            ],
            new(1000, 47.318m, -20, 38, 185),
            new(1000, 45.021m, -20, 35.5m, 185),
            104,
            0.0123
        ),
        new(
            "behaviour",
            [
                new("0 to 25", 0, 25, 480, 520),
                new("25 to 50", 25, 50, 260, 250),
                new("50 to 100", 50, 100, 150, 140),
                new("100 and more", 100, null, 100, 80),
                new("unscored", null, null, 10, 10),
            ],
            new(990, 31.2m, 0, 25, 150),
            new(990, 27.75m, 0, 22.5m, 150),
            88,
            0.184
        ),
        new(
            "fit",
            [new("0 and more", 0, null, 1000, 1000)],
            new(1000, 16.1m, -10, 15, 70),
            new(1000, 16.1m, -10, 15, 70),
            0,
            0
        ),
    ];

    public static ImmutableArray<Transfer> Routes { get; } =
    [
        new("", "", 751),
        new("", "SDR pool", 35),
        new("", "Enterprise DACH", 2),
        new("SDR pool", "", 10),
        new("SDR pool", "SDR pool", 152),
        new("Enterprise DACH", "", 2),
        new("Enterprise DACH", "SDR pool", 9),
        new("Enterprise DACH", "Enterprise DACH", 39),
    ];

    public static ImmutableArray<RuleMovement> Rules { get; } =
    [
        new("content", 412, 380, 88, 9270, 7815.5m),
        new("target-account", 160, 138, 22, 3200, 2760),
        new("country-tier-1", 301, 279, 22, 1505, 1395),
    ];

    public static ImmutableArray<EditWords> Edits { get; } =
    [
        new("changed", "transition", "mql", Threshold),
        new("changed", "rule", "content", Decay),
        new("changed", "field", "country", Country),
        new(
            "renamed",
            "rule",
            "web-pricing",
            "The rule pricing is now called web-pricing; nothing else about it changed."
        ),
    ];

    public static ImmutableArray<Cause> Causes { get; } =
    [
        new(
            "c-7d21aa",
            37,
            [new(ChangeKind.SalesGained, 37)],
            ["stage", "history", "routes", "sla"],
            ["mql"],
            [Threshold],
            ["L00017", "L00042", "L00108", "L00131", "L00209", "L00388", "L00510"],
            "sha256:aa01"
        ),
        new(
            "c-19e044",
            12,
            [new(ChangeKind.SalesLost, 12)],
            ["scores.behaviour", "scores.total", "stage", "history", "routes"],
            ["content"],
            [Decay],
            ["L00003", "L00077"],
            "sha256:aa02"
        ),
        new(
            "c-40b7f1",
            23,
            [new(ChangeKind.Routing, 9), new(ChangeKind.GradeOrLabel, 14)],
            ["grade", "routes"],
            ["enterprise-dach", "target-account"],
            [Country],
            ["L00015", "L00023"],
            "sha256:aa03"
        ),
        new(
            "c-e5513c",
            41,
            [new(ChangeKind.Score, 41)],
            ["scores.behaviour", "scores.total"],
            ["content"],
            [],
            ["L00008"],
            "sha256:aa04"
        ),
    ];

    public static ImmutableArray<LeadChange> Leads { get; } =
    [
        new(
            "L00017",
            ChangeKind.SalesGained,
            Lead("L00017", 45, 47, "B1", "Inquiry", null),
            Lead("L00017", 45, 47, "B1", "MQL", "SDR pool"),
            ["stage", "history", "routes", "sla"],
            [],
            "c-7d21aa"
        ),
        new(
            "L00003",
            ChangeKind.SalesLost,
            Lead("L00003", 40, 62, "B1", "MQL", "SDR pool"),
            Lead("L00003", 40, 46.5m, "B2", "Inquiry", null),
            ["scores.behaviour", "scores.total", "grade", "stage", "history", "routes"],
            [new("content", 45, 29.5m)],
            "c-19e044"
        ),
        new(
            "L00015",
            ChangeKind.Routing,
            Lead("L00015", 70, 60, "A1", "MQL", "Enterprise DACH"),
            Lead("L00015", 70, 60, "A1", "MQL", "SDR pool"),
            ["routes"],
            [new("target-account", 20, 0), new("country-tier-1", 5, 0)],
            "c-40b7f1"
        ),
        new(
            "L00008",
            ChangeKind.Score,
            Lead("L00008", 10, 45, "C2", "Inquiry", null),
            Lead("L00008", 10, 33.75m, "C2", "Inquiry", null),
            ["scores.behaviour", "scores.total"],
            [new("content", 45, 33.75m)],
            "c-e5513c"
        ),
    ];

    private static Outcome Lead(string id, decimal fit, decimal behaviour, string grade, string stage, string? route)
    {
        var created = new Instant(1_772_442_000_000);
        var entered = new Instant(1_773_046_800_000);
        return new(
            id,
            [new("fit", fit), new("behaviour", behaviour), new("total", fit + behaviour)],
            [new("total", fit + behaviour >= 80 ? "hot" : "warm")],
            grade,
            stage,
            stage == "Inquiry"
                ? [new("Inquiry", created, null)]
                : [new("Inquiry", created, null), new(stage, entered, "mql")],
            route is null ? [] : [new(entered, stage, route, null, null)],
            route is null ? [] : [new("first-touch", entered, new(entered.UnixMilliseconds + 7_200_000), "breached")],
            [],
            [],
            null
        );
    }
}
