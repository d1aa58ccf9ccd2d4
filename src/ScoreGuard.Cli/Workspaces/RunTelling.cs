using System.Diagnostics;
using ScoreGuard.Application.Runs;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting;

namespace ScoreGuard.Cli.Workspaces;

/// <summary>Tells what a run found, and where its report is.</summary>
internal static class RunTelling
{
    /// <param name="workspace">As the user named it, for the commands to type next.</param>
    public static int Tell(RunOutcome outcome, string folder, string workspace, bool asJson)
    {
        switch (outcome)
        {
            case RunOutcome.Refused refused:
                return JsonOut.Refuse(refused.Diagnostics, asJson);
            case RunOutcome.Finished finished when asJson:
                using (var output = Console.OpenStandardOutput())
                {
                    ReportFiles.Json.Write(finished.Report, output);
                }

                return ExitCodes.Of(finished.Run.Verdict);
            case RunOutcome.Finished finished:
                Tell(finished.Report, folder, workspace);
                return ExitCodes.Of(finished.Run.Verdict);
            default:
                throw new UnreachableException();
        }
    }

    private static void Tell(RunReport report, string folder, string workspace)
    {
        // Why a run could not judge is its result, not a remark beside it.
        var isReason = (Diagnostic diagnostic) =>
            report.Verdict == Verdict.Broken && diagnostic.Severity == Severity.Error;
        Screen.Show(report.Diagnostics.Where(diagnostic => !isReason(diagnostic)));
        Screen.Line($"{VerdictWords.Of(report.Verdict)}: {report.Headline}");
        foreach (var reason in report.Diagnostics.Where(isReason))
        {
            Screen.Line($"  {reason}");
        }

        foreach (var edit in report.Edits.Take(10))
        {
            Screen.Line($"  edit: {edit.Sentence}");
        }

        foreach (var action in report.Actions)
        {
            Screen.Line($"  {action}");
        }

        foreach (var command in report.Verdict == Verdict.Passed ? [] : report.Commands)
        {
            Screen.Line($"  {command.Purpose}: {CommandText.From(workspace, command, report.Run.Id)}");
        }

        if (report.Listed is { } listed)
        {
            Screen.Line(
                $"Outcomes of {listed.Rows:N0} of {listed.Leads:N0} leads: {Path.Combine(folder, ReportFiles.OutcomesCsvName)}"
            );
        }

        Screen.Line($"Run {report.Run.Id}. Report: {Path.Combine(folder, ReportFiles.Html.Name)}");
    }
}
