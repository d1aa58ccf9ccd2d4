using System.Diagnostics;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>"[drift] GitLab: MQL +37 / −12 of 1,000 leads": the verdict, where, and the movement, in one line.</summary>
internal static class SubjectLine
{
    private const int WorkspaceLength = 60;
    private const int StageLength = 40;
    private const int MostStages = 3;

    public static string Of(RunReport report)
    {
        var workspace = MailWords.Plain(report.Run.Workspace, WorkspaceLength);
        return $"[{Tag(report.Verdict)}] {workspace}: {What(report)}{NotTested(report)}";
    }

    public static string Tag(Verdict verdict) =>
        verdict switch
        {
            Verdict.NoBaseline => "no baseline",
            _ => verdict.ToString().ToLowerInvariant(),
        };

    private static string What(RunReport report)
    {
        var leads = Figures.Leads(report.Counts.Leads);
        return report.Verdict switch
        {
            Verdict.Drift => Movement(report),
            Verdict.Approved => $"the accepted change is live, {Movement(report)}",
            Verdict.Resolved => $"the drift is gone, {leads} checked",
            Verdict.Passed => $"nothing moved, {leads} checked",
            Verdict.NoBaseline => $"{leads} replayed, nobody has approved them yet",
            Verdict.Broken => $"could not judge{Errors(report)}",
            _ => throw new UnreachableException(),
        };
    }

    private static string Movement(RunReport report)
    {
        var leads = Figures.Leads(report.Counts.Leads);
        if (report.Sales is not { Stages.IsEmpty: false } sales || sales is { Gained: 0, Lost: 0 })
            return $"{Figures.Count(report.Counts.Changed())} of {leads} changed{MostMoved(report)}";

        var stages = sales.Stages.Take(MostStages).Select(stage => MailWords.Plain(stage, StageLength));
        return $"{string.Join(" or ", stages)} +{Figures.Count(sales.Gained)} / −{Figures.Count(sales.Lost)} of {leads}";
    }

    private static string MostMoved(RunReport report) =>
        report.MostMoved is { } move
            ? $"; {Figures.Count(move.Leads)} {move.Words(report.IsPreview(), name => MailWords.Plain(name, StageLength))}"
            : "";

    private static string NotTested(RunReport report) =>
        report is { Verdict: not Verdict.Broken, Target.NotTestable: > 0 and var leads }
            ? $"; {Figures.Count(leads)} not tested"
            : "";

    private static string Errors(RunReport report) =>
        report.Diagnostics.Count(problem => problem.Severity == Severity.Error) switch
        {
            0 => "",
            1 => ", 1 error",
            var errors => $", {Figures.Count(errors)} errors",
        };
}
