using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The mail as its two templates read it. Null: the section is left out.</summary>
/// <param name="Page">Where the whole report is; null: nowhere on the web.</param>
internal sealed record NewsView(
    string Subject,
    string Preheader,
    MailVerdict Verdict,
    MailBars? Figures,
    MailActions? Actions,
    string? Page,
    MailTable? Problems,
    MailTable? Causes,
    MailBars? Sales,
    MailTable? Stages,
    MailTable? Routes,
    MailTable? Leads,
    MailTable? Warnings,
    IReadOnlyList<string> Foot
)
{
    private const int PreheaderLength = 160;

    public static NewsView Of(RunReport report, MailLinks links, MailLimits limits)
    {
        var verdict = MailVerdict.Of(report);
        var problems = MailTables.Problems(report, limits);
        var view = new NewsView(
            SubjectLine.Of(report),
            MailWords.Plain($"{verdict.Badge}. {verdict.Lede}", PreheaderLength),
            verdict,
            MailFigures.Of(report),
            MailActions.Of(report, links.Report is not null),
            links.Report?.AbsoluteUri,
            Problems: null,
            Causes: null,
            Sales: null,
            Stages: null,
            Routes: null,
            Leads: null,
            Warnings: null,
            [.. FootOf(report, links)]
        );

        // Half a comparison reads like a whole one: a run that could not judge shows nothing of it.
        if (report.Verdict == Domain.Runs.Verdict.Broken)
            return view with { Problems = problems };

        return view with
        {
            Causes = MailTables.Causes(report, limits),
            Sales = MailFigures.Sales(report),
            Stages = MailTables.Stages(report, limits),
            Routes = MailTables.Routes(report, limits),
            Leads = MailTables.Leads(report, limits),
            Warnings = problems,
        };
    }

    private static IEnumerable<string> FootOf(RunReport report, MailLinks links)
    {
        if (report.Baseline is { } baseline)
            yield return $"Compared with baseline version {Words.Figures.Count(baseline.Version)}, approved {MailVerdict.Minute(baseline.ApprovedAt)} "
                + $"by {MailWords.Name(baseline.ApprovedBy)}: {MailWords.Sentence(baseline.Reason)}";
        foreach (var sentence in report.TargetWords)
            yield return MailWords.Sentence(sentence);
        yield return $"Run {MailWords.Name(report.Run.Id)}"
            + (
                report.Run.ModelName.Length == 0 || !report.HasModel()
                    ? "."
                    : $" of the model {MailWords.Name(report.Run.ModelName)}."
            );
        if (links.GoesOn)
            yield return "This goes on with an earlier mail about this workspace.";
        yield return "ScoreGuard writes when there is news. The same again stays quiet, and its end is told. No real person’s data is in here.";
    }
}
