using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>An ended run in a list.</summary>
/// <param name="Moved">Leads that came out differently; a dash where nothing was compared.</param>
/// <param name="Reason">Null: nobody gave one.</param>
public sealed record RunLine(
    VerdictMark Mark,
    string Kind,
    string Headline,
    string Href,
    Moment Finished,
    string Moved,
    string? Reason
)
{
    public static RunLine Of(string workspace, RunRecord run) =>
        new(
            VerdictMark.Of(run),
            run.Kind == RunKind.Preview ? "Preview" : "Run",
            Shown.Name(string.IsNullOrWhiteSpace(run.Headline) ? run.Id : run.Headline),
            PageAddress.Run(workspace, run.Id),
            Moment.Of(run.FinishedAt),
            run.Verdict is Verdict.Broken or Verdict.NoBaseline
                ? "–"
                : Figures.Count(run.Figures.Leads - run.Figures.Unchanged),
            string.IsNullOrWhiteSpace(run.Reason) ? null : Shown.Name(run.Reason)
        );
}
