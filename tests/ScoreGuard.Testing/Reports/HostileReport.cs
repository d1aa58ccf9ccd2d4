using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Testing.Reports;

/// <summary>Reports in which every text from outside tries to be something else.</summary>
public static class HostileReport
{
    /// <summary>In every hostile text, so that a test can tell data from template.</summary>
    public const string Mark = "evil";

    public static ImmutableArray<string> Texts { get; } =
    [
        "<script>alert('evil')</script>",
        "\"><img src=x onerror=alert(1)>evil",
        "' autofocus onfocus=evil() x='",
        "{{Title}}{{{evil}}}{{> evil}}",
        "</style></title></textarea><!-- evil --> ]]>",
        "=HYPERLINK(\"http://evil.example\",\"evil\")",
        "+1+cmd|' /C evil'!A0",
        "-2+3+evil",
        "@evil @SUM(1)",
        "\tevil tab",
        "\revil return\r\nand\nlines",
        "evil\0\u0001\u0008\u001b[31m\uFFFE\uD800end",
        "\u202Elive\u202C \u2066evil \u200B\uFEFF",
        "[evil](javascript:alert(1)) **evil** `evil` | evil | www.evil.example https://evil.example a@evil.example",
        "# evil\n- evil\n1. evil\n---\n```evil",
        "عربي evil שלום 👩‍👩‍👧‍👦🇩🇪",
        "evil" + new string('\u0335', 200) + new string('a', 5000),
        "javascript:evil",
    ];

    public static RunReport Drift() => Drift(Texts);

    /// <summary>The same report with other words in its places, for who wants to compare what a form makes of both.</summary>
    public static RunReport Drift(ImmutableArray<string> texts)
    {
        var at = 0;
        var drift = SomeReport.Drift();
        return drift with
        {
            Run = drift.Run with
            {
                Id = Next(),
                Workspace = Next(),
                Reason = Next(),
                ModelName = Next(),
                EngineVersion = Next(),
            },
            Baseline = drift.Baseline! with { ApprovedBy = Next(), Reason = Next() },
            Headline = Next(),
            Actions = [.. texts],
            Commands = [.. texts.Select(text => new CommandHint(text, text))],
            Target = new(texts[0], IsReplay: false, texts[0]),
            TargetWords = texts,
            Common = Common(texts),
            Labels = [.. texts.Select(text => new LabelTransfers(text, Transfers(texts)))],
            MostMoved = new(3, texts[0], texts[1], 0),
            Listed = new ListedOutcomes(1, 2),
            Sales = drift.Sales! with { Stages = [Next(), Next()] },
            Stages = Transfers(texts),
            Routes = Transfers(texts),
            Scores =
            [
                .. drift.Scores.Select(scores =>
                    scores with
                    {
                        Dimension = Next(),
                        Bins = [.. scores.Bins.Select(bin => bin with { Label = Next() })],
                    }
                ),
            ],
            Rules = [.. texts.Select(text => new RuleMovement(text, 1, 2, 3, -4.50m, 1234567.125m))],
            Edits = [.. texts.Select(text => new EditWords("changed", "rule", text, text))],
            Causes =
            [
                .. drift.Causes.Select(cause =>
                    cause with
                    {
                        Id = Next(),
                        Edits = cause.Edits.IsEmpty ? [] : [Next(), Next()],
                        Fields = [Next(), "scores." + Next()],
                        Rules = texts,
                        Examples = texts,
                        Common = Common(texts),
                        Moves = [.. texts.Select(text => new ScoreMove(text, -1, 2, 3))],
                    }
                ),
            ],
            Leads = [.. texts.Select(text => Change(text))],
            Diagnostics = [.. texts.Select(text => new Diagnostic("SG1001", Severity.Warning, text, null, text, text))],
        };

        string Next() => texts[at++ % texts.Length];
    }

    public static RunReport Broken() => Drift() with { Verdict = Verdict.Broken };

    public static LeadChange Change(string text) =>
        new(
            text,
            ChangeKind.Routing,
            Lead(text, 1),
            Lead(text, 2.50m),
            ["scores." + text, "stage", "routes", "sla", text],
            [new(text, -1, 0)],
            text
        );

    private static ImmutableArray<CommonTrait> Common(ImmutableArray<string> texts) =>
        [
            .. texts.Select(
                (text, at) =>
                    new CommonTrait(
                        new((TraitKind)(at % Enum.GetValues<TraitKind>().Length), text, text, text),
                        3,
                        4,
                        1,
                        9
                    )
            ),
        ];

    private static ImmutableArray<Transfer> Transfers(ImmutableArray<string> texts) =>
        [.. texts.Select((text, at) => new Transfer(text, texts[(at + 1) % texts.Length], at + 1))];

    private static Outcome Lead(string text, decimal score) =>
        new(
            text,
            [new(text, score)],
            [new(text, text)],
            text,
            text,
            [new(text, default, text)],
            [new(default, text, text, text, null)],
            [new(text, default, default, text)],
            [],
            [],
            null
        );
}
