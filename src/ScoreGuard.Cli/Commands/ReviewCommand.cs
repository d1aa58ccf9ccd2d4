using System.CommandLine;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Reports;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;

namespace ScoreGuard.Cli.Commands;

internal static class ReviewCommand
{
    public static Command Create()
    {
        var run = Parameters.Run();
        var workspace = Parameters.Workspace();
        var command = new Command("review", "Asks cause by cause what to accept and what to reject.")
        {
            run,
            workspace,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                    RunAsync(parsed.GetRequiredValue(run), parsed.GetRequiredValue(workspace), cancellation)
                )
        );
        return CommandExamples.Give(command, "scoreguard review latest my-guard");
    }

    private static async Task<int> RunAsync(string run, string path, CancellationToken cancellationToken)
    {
        if (!Screen.IsInteractive)
        {
            Screen.Error(
                "error: there is nobody to ask here, `review` needs a terminal. Scripts use `scoreguard decide`."
            );
            return ExitCodes.BadInput;
        }

        var opened = OpenWorkspace.At(path, writes: true);
        if (opened is not Parsed<WorkspaceContext>.Ok { Value: var context })
        {
            return JsonOut.Refuse(OpenWorkspace.Wrong(opened), false);
        }

        using var output = new ReportFolder(null, OpenWorkspace.ReportsPath(context));
        var outcome = await new MakeReport(context).ExecuteAsync(run, output, cancellationToken);
        if (outcome is not RunOutcome.Finished { Report: var report, Run: var record })
        {
            return RunTelling.Tell(outcome, output.Folder, path, false);
        }

        Screen.Line(report.Headline);
        var asked = new List<(Cause Cause, char Answer)>();
        foreach (var cause in report.Causes)
        {
            var answer = CauseQuestion.Ask(cause, asked.Count + 1, report.Causes.Length);
            if (answer == CauseQuestion.Quit)
            {
                break;
            }

            asked.Add((cause, answer));
        }

        return await DecideAsync(context, record.Id, asked, cancellationToken);
    }

    private static async Task<int> DecideAsync(
        WorkspaceContext context,
        string run,
        List<(Cause Cause, char Answer)> asked,
        CancellationToken cancellationToken
    )
    {
        // Rejects first: an accept moves the baseline, and what was decided on the earlier one would no longer be current.
        foreach (
            var (kind, answer) in ((DecisionKind, char)[])
                [(DecisionKind.Reject, CauseQuestion.Reject), (DecisionKind.Accept, CauseQuestion.Accept)]
        )
        {
            var causes = asked.Where(cause => cause.Answer == answer).Select(cause => cause.Cause.Id).ToList();
            if (causes.Count == 0)
            {
                continue;
            }

            var reason = CauseQuestion.AskReason(kind, causes.Count);
            var request = new DecisionRequest(
                run,
                kind,
                DecisionScope.Causes,
                [.. causes],
                [],
                Environment.UserName,
                reason
            );
            var exit = DecideCommand.Tell(await new Decide(context).ExecuteAsync(request, cancellationToken), false);
            if (exit != ExitCodes.Fine)
            {
                return exit;
            }
        }

        return ExitCodes.Fine;
    }
}
