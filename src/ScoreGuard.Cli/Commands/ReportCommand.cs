using System.CommandLine;
using ScoreGuard.Application.Reports;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;

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
                Guarded.RunAsync(() =>
                    OpenWorkspace.ThenAsync(
                        parsed.GetRequiredValue(workspace),
                        writes: false,
                        parsed.GetValue(json),
                        async context =>
                        {
                            using var output = new ReportFolder(
                                parsed.GetValue(@out),
                                OpenWorkspace.ReportsPath(context)
                            );
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
                        }
                    )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard report latest my-guard",
            "scoreguard report 20260310T09 my-guard --out out"
        );
    }
}
