using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Testing.Reports;

/// <summary>Reports of leads that were replayed into a platform: 30 of them, 13 with a webinar that lost 15 points.</summary>
internal static class ReplayedFacts
{
    private static readonly TargetFacts Target = new("Salesforce", IsReplay: true, null, NotTestable: 2);

    private static readonly CommonTrait Webinar = new(Trait.Activity("webinar_attended"), 13, 13, 0, 17);

    private static readonly ImmutableArray<string> Sentences =
    [
        "Synthetic leads were given to Salesforce, and what it made of them was read back.",
        "2 of 32 leads cannot be tested here. 2: the activity `call` has no entry under `signals` that fits. They count in no figure of this report.",
        "How Salesforce is configured cannot be read, so an edit cannot be told from changed behaviour.",
    ];

    public static RunReport First(RunReport first) =>
        first with
        {
            Headline = "Nothing approved to compare with yet: 30 leads replayed, 6 reach MQL; 2 not tested",
            Counts = new(30, 0, 0, 0, 0, []),
            Sales = new(["MQL"], 0, 6, 0, 0),
            Stages = [new("", "Inquiry", 24), new("", "MQL", 6)],
            Routes = [],
            Scores = [Scores(0, 30)],
            Labels = [new("total", [new("", "Cold", 14), new("", "Warm", 10), new("", "Hot", 5)])],
            Target = Target,
            TargetWords = Sentences,
            Listed = new ListedOutcomes(30, 30),
        };

    public static RunReport Drift(RunReport passed) =>
        passed with
        {
            Verdict = Verdict.Drift,
            Headline =
                "Nobody moves to or from MQL; 7 of 30 leads go from Warm to Cold, 6 changed otherwise, 17 unchanged; 2 not tested",
            Actions =
            [
                "Marketing Operations: look at the causes. If they are intended, accept them; if not, undo the edit and run again.",
            ],
            Counts = new(30, 0, 0, 13, 17, [new(ChangeKind.GradeOrLabel, 7), new(ChangeKind.Score, 6)]),
            Sales = new(["MQL"], 6, 6, 0, 0),
            Stages = [new("Inquiry", "Inquiry", 24), new("MQL", "MQL", 6)],
            Routes = [],
            Scores = [Scores(30, 30)],
            Labels = [new("total", [new("Warm", "Cold", 7)])],
            MostMoved = new(7, "Warm", "Cold", 0),
            Causes =
            [
                new(
                    "c-13aa07",
                    13,
                    [new(ChangeKind.GradeOrLabel, 7), new(ChangeKind.Score, 6)],
                    ["scores.total", "labels.total"],
                    [],
                    [],
                    [
                        "L00001",
                        "L00003",
                        "L00004",
                        "L00006",
                        "L00009",
                        "L00012",
                        "L00014",
                        "L00015",
                        "L00017",
                        "L00020",
                    ],
                    "sha256:bb01"
                )
                {
                    Common = [Webinar],
                    Moves = [new("total", -15, -15, 0), new("fit", 0, 0, 0)],
                },
            ],
            Common = [Webinar],
            Leads = [Change("L00001", 40, "Warm", "Cold"), Change("L00003", 20, "Cold", "Cold")],
            Target = Target,
            TargetWords = Sentences,
            Listed = new ListedOutcomes(30, 30),
        };

    private static ScoreDistribution Scores(long before, long after) =>
        new(
            "total",
            [
                new("under 20", null, 20, before / 3, after / 2),
                new("20 to under 40", 20, 40, before / 3, after / 3),
                new("40 and over", 40, null, before / 3, after / 6),
            ],
            before == 0 ? new(0, null, null, null, null) : new(before, 31.5m, 5, 30, 75),
            new(after, 25m, -5, 22.5m, 75),
            before == 0 ? 0 : 13,
            0
        );

    private static LeadChange Change(string lead, decimal was, string labelWas, string labelNow) =>
        new(
            lead,
            labelWas == labelNow ? ChangeKind.Score : ChangeKind.GradeOrLabel,
            Lead(lead, was, labelWas),
            Lead(lead, was - 15, labelNow),
            labelWas == labelNow ? ["scores.total"] : ["scores.total", "labels.total"],
            [],
            "c-13aa07"
        );

    private static Outcome Lead(string id, decimal total, string label) =>
        new(
            id,
            [new("total", total), new("fit", 10)],
            [new("total", label)],
            null,
            "Inquiry",
            [new("Inquiry", new Instant(1_773_046_800_000), null)],
            [],
            [],
            [],
            [],
            null
        );
}
