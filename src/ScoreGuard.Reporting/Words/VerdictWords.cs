using System.Diagnostics;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Reporting.Words;

/// <param name="Badge">The verdict in a few words.</param>
/// <param name="Lede">What it means, in a sentence or two that need no other knowledge.</param>
internal sealed record VerdictWords(string Badge, string Lede, Tone Tone)
{
    public static VerdictWords Of(RunReport report) => Of(report, Shown.Name);

    /// <param name="name">How the form prints the platform's name.</param>
    public static VerdictWords Of(RunReport report, Func<string, string> name) =>
        Of(
            report.Verdict,
            new Judged(
                report.IsPreview(),
                report.Counts.ToFigures(),
                report.Baseline?.Version,
                Platform(report.Target, name)
            )
        );

    public static VerdictWords Of(RunRecord run) => Of(run.Verdict, Judgement(run));

    /// <summary>As the run stands after what was decided about it.</summary>
    /// <param name="decisions">In their order; none: as the run ended.</param>
    public static VerdictWords Of(RunRecord run, IReadOnlyList<Decision> decisions) =>
        // Once something is accepted, the run is no longer compared with what is current: nothing else is decided about it.
        decisions.LastOrDefault(made => made.Kind == DecisionKind.Accept)
            is { } accepted
            ? Decided(run, accepted)
        : decisions is [.., var last] ? Decided(run, last)
        : Of(run);

    private static VerdictWords Decided(RunRecord run, Decision decision)
    {
        var report = Judgement(run);
        var whole = decision.Scope == DecisionScope.All;
        var moved =
            $"{(report.Preview ? "If this candidate went live, " : "Live scoring has moved: ")}{Moved(report)}. ";
        var went =
            $"{Capital(Figures.Leads(report.Figures.Leads))} {Went(report)}, with no approved outcomes to compare them with. ";
        return (run.Verdict, decision.Kind) switch
        {
            (Verdict.Drift, DecisionKind.Accept) when report.Preview => new(
                "Preview: accepted",
                moved + "That is accepted: once it is live, it becomes the baseline by itself.",
                Tone.Calm
            ),
            (Verdict.Drift, DecisionKind.Reject) when report.Preview => new(
                "Preview: rejected",
                moved + "That is rejected: the candidate is not to go live.",
                Tone.Attention
            ),
            (Verdict.Drift, DecisionKind.Accept) when whole => new(
                "Drift, accepted",
                moved + "That is approved now.",
                Tone.Calm
            ),
            (Verdict.Drift, DecisionKind.Accept) => new(
                "Drift, accepted in part",
                moved + "A part of that is approved now, the rest is not.",
                Tone.Attention
            ),
            (Verdict.Drift, DecisionKind.Reject) when whole => new(
                "Drift, rejected",
                moved + "That is rejected: the baseline stays, and somebody has to undo what moved them.",
                Tone.Attention
            ),
            (Verdict.Drift, DecisionKind.Reject) => new(
                "Drift, rejected in part",
                moved + "A part of that is rejected, and nobody has approved the rest.",
                Tone.Attention
            ),
            (Verdict.NoBaseline, DecisionKind.Accept) => new(
                "First baseline, approved",
                went + "What came of them is approved now, as the first baseline.",
                Tone.Calm
            ),
            (Verdict.NoBaseline, DecisionKind.Reject) => new(
                "No baseline yet: the outcomes were rejected",
                went + "What came of them is rejected: put the configuration right and run again.",
                Tone.Attention
            ),
            _ => Of(run),
        };
    }

    private static VerdictWords Of(Verdict verdict, Judged report) =>
        verdict switch
        {
            Verdict.Passed when report.Preview => new(
                "Preview: nobody would notice",
                $"If this candidate went live, {Unmoved(report)}. Nothing was changed by looking.",
                Tone.Calm
            ),
            Verdict.Passed => new("Passed", $"Nothing has moved: {Unmoved(report)}.", Tone.Calm),
            Verdict.Drift when report.Preview => new(
                "Preview: leads would move",
                $"If this candidate went live, {Moved(report)}. Nothing was changed by looking: no baseline, no platform.",
                Tone.Attention
            ),
            Verdict.Drift => new(
                "Drift, not approved",
                $"Live scoring has moved: {Moved(report)}, and nobody has approved that.",
                Tone.Attention
            ),
            Verdict.Approved => new(
                "Approved change is live",
                "What is live now is what was previewed and accepted, lead for lead. "
                    + (report.Changed == 0 ? Capital(Unmoved(report)) : Capital(Moved(report)) + ", as intended")
                    + ".",
                Tone.Calm
            ),
            Verdict.Resolved => new(
                "Resolved",
                $"The drift that was reported before is gone: {Unmoved(report)}.",
                Tone.Calm
            ),
            Verdict.NoBaseline => new(
                "No baseline yet: nothing was compared",
                $"{Capital(Figures.Leads(report.Figures.Leads))} {Went(report)}, but there are no approved outcomes to "
                    + "compare them with. Look through the figures below; if they are what you want, approve them as the first baseline.",
                Tone.Neutral
            ),
            Verdict.Broken => new(
                "Broken run: this is not a pass",
                "The run could not judge. It says nothing about whether leads still reach Sales as they should: "
                    + "treat that as unknown until a run completes.",
                Tone.Alarm
            ),
            _ => throw new UnreachableException(),
        };

    private static Judged Judgement(RunRecord run) =>
        new(run.Kind == RunKind.Preview, run.Figures, run.BaselineVersion, Platform(run.Target, Shown.Name));

    private static string Moved(Judged report)
    {
        var changed = report.Changed;
        return $"{Figures.Count(changed)} of {Figures.Leads(report.Figures.Leads)} {Come(report, changed)} out differently from {Approved(report)}";
    }

    private static string Unmoved(Judged report)
    {
        var (leads, unchanged) = (report.Figures.Leads, report.Figures.Unchanged);
        return unchanged == leads
            ? $"all {Figures.Leads(leads)} {Come(report, leads)} out exactly as in {Approved(report)}"
            : $"{Figures.Count(unchanged)} of {Figures.Leads(leads)} {Come(report, unchanged)} out exactly as in {Approved(report)}, "
                + "the others differ only in details";
    }

    private static string Went(Judged report) =>
        report.Platform is { } platform
            ? $"{(report.Figures.Leads == 1 ? "was" : "were")} replayed into {platform}"
            : "went through the model";

    private static string Come(Judged report, long leads) =>
        report.Preview ? "would come"
        : leads == 1 ? "comes"
        : "come";

    private static string Approved(Judged report) =>
        report.Baseline is { } version
            ? $"the approved baseline, version {Figures.Count(version)}"
            : "the approved baseline";

    private static string? Platform(TargetFacts? target, Func<string, string> name) =>
        target is { IsReplay: true } ? name(target.Platform) : null;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>What the words are about, of a report or of a run's record.</summary>
    /// <param name="Platform">That leads were replayed into; null: a model scored them.</param>
    private sealed record Judged(bool Preview, DriftFigures Figures, int? Baseline, string? Platform)
    {
        public long Changed => Figures.Leads - Figures.Unchanged;
    }
}
