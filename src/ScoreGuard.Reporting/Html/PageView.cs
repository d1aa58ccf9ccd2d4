using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Html;

/// <summary>The page as its template reads it: every figure a text, every list cut to what is shown. Null: the section is left out.</summary>
/// <param name="Outcomes">Where <paramref name="Actions"/> does not name them.</param>
internal sealed record PageView(
    string Title,
    VerdictView Verdict,
    FiguresView? Figures,
    ActionsView? Actions,
    OutcomesView? Outcomes,
    TargetView? Target,
    ProblemsView? Problems,
    CausesView? Causes,
    SalesView? Sales,
    StagesView? Stages,
    ScoresView? Scores,
    LabelsView? Labels,
    RoutesView? Routes,
    RulesView? Rules,
    EditsView? Edits,
    LeadsView? Leads,
    ProblemsView? Warnings,
    IdentityView Identity
)
{
    public static PageView Of(RunReport report)
    {
        var verdict = VerdictView.Of(report);
        var title = $"{verdict.Badge}: {verdict.Headline} ({verdict.Workspace})";
        var problems = ProblemsView.Of(report);
        var actions = ActionsView.Of(report);
        var page = new PageView(
            title,
            verdict,
            FiguresView.Of(report),
            actions,
            actions is null ? OutcomesView.Of(report) : null,
            TargetView.Of(report),
            Problems: null,
            Causes: null,
            Sales: null,
            Stages: null,
            Scores: null,
            Labels: null,
            Routes: null,
            Rules: null,
            Edits: null,
            Leads: null,
            Warnings: null,
            IdentityView.Of(report)
        );

        // A run that could not judge has no findings, whatever its report carries: half a comparison reads like a whole one.
        if (report.Verdict == Domain.Runs.Verdict.Broken)
            return page with { Problems = problems };

        return page with
        {
            Causes = CausesView.Of(report),
            Sales = SalesView.Of(report),
            Stages = StagesView.Of(report),
            Scores = ScoresView.Of(report),
            Labels = LabelsView.Of(report),
            Routes = RoutesView.Of(report),
            Rules = RulesView.Of(report),
            Edits = EditsView.Of(report),
            Leads = LeadsView.Of(report),
            Warnings = problems,
        };
    }
}
