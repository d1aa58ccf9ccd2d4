using System.CommandLine;
using ScoreGuard.Application.Reports;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Cli.Commands;

internal static class ReportCommand
{
    public static Command Create()
    {
        var run = Parameters.Run();
        var workspace = Parameters.Workspace();
        var @out = Parameters.Out();
        var json = Parameters.Json();
        var command = new Command("report", "Makes the report of an earlier run again.") { run, workspace, @out, json };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(async () =>
                {
                    var opened = OpenWorkspace.At(parsed.GetRequiredValue(workspace), writes: false);
                    if (opened is not Parsed<WorkspaceContext>.Ok { Value: var context })
                    {
                        return JsonOut.Refuse(OpenWorkspace.Wrong(opened), parsed.GetValue(json));
                    }

                    using var output = new ReportFolder(parsed.GetValue(@out), OpenWorkspace.ReportsPath(context));
                    var outcome = await new MakeReport(context).ExecuteAsync(
                        parsed.GetRequiredValue(run),
                        output,
                        cancellation
                    );
                    var exit = RunTelling.Tell(
                        outcome,
                        output.Folder,
                        parsed.GetRequiredValue(workspace),
                        parsed.GetValue(json)
                    );
                    return exit == ExitCodes.BadInput ? exit : ExitCodes.Fine;
                })
        );
        return CommandExamples.Give(
            command,
            "scoreguard report latest my-guard",
            "scoreguard report 20260310T09 my-guard --out out"
        );
    }
}
