using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Testing.Reports;

/// <summary>Whole reports, one for each verdict, as the application would fill them; change them with <c>with</c>.</summary>
public static class SomeReport
{
    private const string ModelNow = "sha256:9f2c41d07be85a6633f10d2bd1b6a0c4d1f7c2a95e08b3764fd1a20c9b8e7765";
    private const string ModelBefore = "sha256:17ab0e93c4d2f6588a21b7704c9de3f1b2a4860d35f7e9c1608b42adf37c9e10";
    private const string LeadSet = "sha256:c0ffee1254aa90b1e3d57f8899ab23cd45ef670189ab23cd45ef670189abcdef";

    /// <summary>Nothing moved.</summary>
    public static RunReport Passed() =>
        new(
            Run(ModelBefore),
            Verdict.Passed,
            "Nothing moved in 1,000 leads",
            [],
            Baseline(),
            new(1000, 0, 0, 0, 1000, []),
            new(["MQL"], 214, 214, 0, 0),
            [
                new("Inquiry", "Inquiry", 730),
                new("MQL", "MQL", 150),
                new("Accepted", "Accepted", 64),
                new("Recycle", "Recycle", 56),
            ],
            [DriftFacts.StillScores],
            [new("", "", 786), new("SDR pool", "SDR pool", 164), new("Enterprise DACH", "Enterprise DACH", 50)],
            [],
            [],
            [],
            [],
            []
        );

    /// <summary>A threshold, a decay and a spelled-out country moved 113 of 1,000 leads.</summary>
    public static RunReport Drift() =>
        Passed() with
        {
            Run = Run(ModelNow),
            Verdict = Verdict.Drift,
            Headline = "MQL +37 / −12 of 1,000 leads",
            Actions =
            [
                "Marketing operations: decide on 4 causes, or undo the edits that made them.",
                "Sales (SDR pool): expect about 3.7 % more qualified leads until this is decided.",
                "Owner of the field “country”: leads arrive as “Germany”, the rules ask for “DE”.",
            ],
            Commands =
            [
                new("Go through the causes one by one", "scoreguard review 20260310T060000Z-9f2c41"),
                new(
                    "Accept one of them",
                    "scoreguard decide 20260310T060000Z-9f2c41 --accept c-7d21aa --reason \"threshold lowered for Q2\""
                ),
            ],
            Counts = new(
                1000,
                37,
                12,
                64,
                887,
                [
                    new(ChangeKind.SalesGained, 37),
                    new(ChangeKind.SalesLost, 12),
                    new(ChangeKind.Routing, 9),
                    new(ChangeKind.GradeOrLabel, 14),
                    new(ChangeKind.Score, 41),
                ]
            ),
            Sales = new(["MQL"], 214, 239, 37, 12),
            Stages = DriftFacts.Stages,
            Scores = DriftFacts.Scores,
            Routes = DriftFacts.Routes,
            Rules = DriftFacts.Rules,
            Edits = DriftFacts.Edits,
            Causes = DriftFacts.Causes,
            Leads = DriftFacts.Leads,
            Diagnostics =
            [
                new(
                    "SG1042",
                    Severity.Warning,
                    "model.yaml",
                    new(31, 9),
                    "scores.behaviour.rules[6]",
                    "The rule \"webinar\" never fired for any lead; check the activity type \"webinar_attended\"."
                ),
            ],
        };

    /// <summary>The same edits, not yet live.</summary>
    public static RunReport Preview()
    {
        var drift = Drift();
        return drift with
        {
            Run = drift.Run with { Kind = "preview", Reason = "Lower the MQL threshold for Q2" },
            Actions = ["Marketing operations: accept or reject this preview before anyone edits the platform."],
            Commands = [new("Accept it", "scoreguard decide 20260310T060000Z-9f2c41 --accept all --reason \"…\"")],
        };
    }

    public static RunReport Approved() =>
        Drift() with
        {
            Verdict = Verdict.Approved,
            Actions = [],
            Commands = [],
            Diagnostics = [],
        };

    public static RunReport Resolved() => Passed() with { Verdict = Verdict.Resolved };

    public static RunReport NoBaseline() =>
        Passed() with
        {
            Verdict = Verdict.NoBaseline,
            Headline = "1,000 leads replayed, no baseline to compare with",
            Baseline = null,
            Actions = ["Marketing operations: look at the figures and approve them as the first baseline."],
            Commands =
            [
                new(
                    "Approve these outcomes as the first baseline",
                    "scoreguard decide 20260310T060000Z-17ab0e --accept all --reason \"first baseline\""
                ),
            ],
            Counts = new(1000, 0, 0, 0, 0, []),
            Sales = new(["MQL"], 0, 214, 0, 0),
            Stages = [new("", "Inquiry", 730), new("", "MQL", 150), new("", "Accepted", 64), new("", "Recycle", 56)],
            Routes = [new("", "", 786), new("", "SDR pool", 164), new("", "Enterprise DACH", 50)],
        };

    /// <summary>A platform gives 15 points less for a webinar, and nobody can read there which rule did it.</summary>
    public static RunReport ReplayDrift() => ReplayedFacts.Drift(Passed());

    /// <summary>The first run against a platform, with two leads that it could not be given.</summary>
    public static RunReport ReplayFirst() => ReplayedFacts.First(NoBaseline());

    public static RunReport Broken() =>
        Passed() with
        {
            Verdict = Verdict.Broken,
            Headline = "The model has 2 errors, so no lead was replayed",
            Actions = ["Marketing operations: correct the two places in model.yaml, then run again."],
            Commands =
            [
                new("See every error again", "scoreguard validate model.yaml"),
                new("Run again", "scoreguard run ."),
            ],
            Counts = new(0, 0, 0, 0, 0, []),
            Sales = null,
            Stages = [],
            Scores = [],
            Routes = [],
            Diagnostics =
            [
                new(
                    "SG1021",
                    Severity.Error,
                    "model.yaml",
                    new(44, 31),
                    "lifecycle.transitions[1].when.score.totl",
                    "There is no score dimension \"totl\"; did you mean \"total\"?"
                ),
                new(
                    "SG1003",
                    Severity.Error,
                    "model.yaml",
                    new(58, 5),
                    "routing.defualt",
                    "The key \"defualt\" is not known here; did you mean \"default\"? Known: default, on, rules."
                ),
            ],
        };

    private static RunIdentity Run(string model) =>
        new(
            $"20260310T060000Z-{model[7..13]}",
            "acme-b2b",
            "run",
            "Nightly schedule",
            At("2026-03-10T06:00:00Z"),
            At("2026-03-10T06:00:04.25Z"),
            "Acme B2B",
            model,
            LeadSet,
            At("2026-03-10T00:00:00Z"),
            "1.0.0",
            $"sha256:55d0{model[11..]}"
        );

    private static BaselineIdentity Baseline() =>
        new(
            3,
            $"sha256:77e1a3{LeadSet[13..]}",
            ModelBefore,
            LeadSet,
            At("2026-02-02T14:05:00Z"),
            "m.ops",
            "New persona rules agreed with Sales"
        );

    private static Instant At(string text) =>
        InstantText.TryParse(text, out var at)
            ? at
            : throw new ArgumentException($"\"{text}\" is no instant.", nameof(text));
}
