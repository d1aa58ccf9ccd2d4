using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Html;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>A run that ended: what came of it, and the form to decide about it.</summary>
/// <param name="Missing">What was not filled in; null: nothing.</param>
/// <param name="Refused">Why a decision was refused just now; null: none was.</param>
/// <param name="Files">Its report in every form; empty where it is not kept here.</param>
/// <param name="NoForm">Why there is nothing to decide; null: there is, or nobody asked.</param>
public sealed record RunPageView(
    ShellView Shell,
    RunHead Head,
    string? Missing,
    ProblemList? Refused,
    IReadOnlyList<CauseLine> Causes,
    DecideFormView? Decide,
    string? NoForm,
    IReadOnlyList<DecisionLine> Decisions,
    ProblemList? Problems,
    IReadOnlyList<FileLine> Files
)
{
    public bool NotRecorded => Missing is not null || Refused is not null;

    /// <summary>The form offers the causes already; on paper there is no form.</summary>
    public bool CausesInForm => Decide is { Causes.Count: > 0 };
}

/// <summary>Verdict and figures of a run, as its record keeps them, and what was decided about it since.</summary>
public sealed record RunHead(
    VerdictMark Mark,
    string Headline,
    string Lede,
    string Kind,
    Moment Finished,
    string? Reason,
    bool Broken,
    IReadOnlyList<FactView> Facts
)
{
    public FiguresView? Figures { get; private init; }

    /// <param name="decisions">In their order.</param>
    public static RunHead Of(RunRecord run, IReadOnlyList<Decision> decisions)
    {
        var preview = run.Kind == RunKind.Preview;
        var words = VerdictWords.Of(run, decisions);
        var headline = Shown.Sentence(run.Headline);
        return new(
            VerdictMark.Of(run, words),
            string.IsNullOrWhiteSpace(headline) ? words.Badge : headline,
            words.Lede,
            preview ? "Preview" : "Run",
            Moment.Of(run.FinishedAt),
            string.IsNullOrWhiteSpace(run.Reason) ? null : Shown.Sentence(run.Reason),
            run.Verdict == Verdict.Broken,
            FactView.Of(run)
        )
        {
            Figures = FiguresOf(run, preview),
        };
    }

    private static FiguresView? FiguresOf(RunRecord run, bool preview) =>
        run.Verdict switch
        {
            // Half a comparison reads like a whole one.
            Verdict.Broken => null,
            Verdict.NoBaseline => new(
                Words.Figures.Leads(run.Figures.Leads),
                [new("", Words.Figures.Count(run.Figures.Leads), "leads replayed")],
                [],
                "",
                []
            ),
            _ => new(
                Words.Figures.Leads(run.Figures.Leads),
                FigureView.Of(run.Figures, preview),
                SegmentView.Strip(run.Figures),
                "",
                []
            ),
        };
}

/// <summary>What someone needs to do the run again.</summary>
public sealed record FactView(string Name, string Value)
{
    internal static IReadOnlyList<FactView> Of(RunRecord run)
    {
        var hasModel = run.Target is not { IsReplay: true };
        return
        [
            .. new FactView[]
            {
                new("Run", run.Id),
                new("Started", run.StartedAt.ToString()),
                new("Finished", run.FinishedAt.ToString()),
                new("Leads judged as of", run.AsOf?.ToString() ?? ""),
                new("Model", hasModel ? run.ModelName ?? "" : ""),
                new("Model hash", hasModel ? run.ModelHash ?? "" : ""),
                new("Lead set hash", run.LeadSetRoot ?? ""),
                new("Outcomes digest", run.OutcomesRoot ?? ""),
                new("Engine version", run.EngineVersion),
                new(
                    "Compared with",
                    run.BaselineVersion is { } version ? $"baseline version {Words.Figures.Count(version)}" : ""
                ),
            }
                .Where(fact => fact.Value.Length > 0)
                .Select(fact => fact with { Value = Shown.Sentence(fact.Value) }),
        ];
    }
}

public sealed record FileLine(string Text, string Href, string What);
