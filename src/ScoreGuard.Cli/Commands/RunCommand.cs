using System.CommandLine;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Cli.Commands;

internal static class RunCommand
{
    public static Command Create()
    {
        var workspace = Parameters.Workspace();
        var @out = Parameters.Out();
        var reason = Parameters.Reason("Why you run it; the report shows it.");
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Only say which calls of the platform's API a run would take; make none.",
        };
        var json = Parameters.Json();
        var command = new Command(
            "run",
            "Replays the leads through the workspace's model and compares with the baseline."
        )
        {
            workspace,
            @out,
            reason,
            dryRun,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                    parsed.GetValue(dryRun)
                        ? PlanAsync(parsed.GetRequiredValue(workspace), parsed.GetValue(json), cancellation)
                        : RunAsync(
                            parsed.GetRequiredValue(workspace),
                            parsed.GetValue(@out),
                            parsed.GetRequiredValue(reason),
                            parsed.GetValue(json),
                            cancellation
                        )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard run my-guard",
            "scoreguard run my-guard --out out --reason \"Nightly\"",
            "scoreguard run my-guard --dry-run        what a replay into a live platform would take",
            "Exit codes: 0 passed, approved or resolved; 1 bad input; 2 drift; 3 no baseline; 4 could not judge."
        );
    }

    private static async Task<int> RunAsync(
        string path,
        string? folder,
        string reason,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        var opened = OpenWorkspace.At(path, writes: true);
        if (opened is not Parsed<WorkspaceContext>.Ok { Value: var context })
        {
            return JsonOut.Refuse(OpenWorkspace.Wrong(opened), asJson);
        }

        var model = context.Workspace.Model;
        var request = new RunRequest(RunKind.Run, reason, context.Files.DisplayName(model), context.Files.Find(model));
        var (outcome, written) = await RunStarting.StartAsync(context, request, folder, cancellationToken);
        return RunTelling.Tell(outcome, written, path, asJson);
    }

    private static async Task<int> PlanAsync(string path, bool asJson, CancellationToken cancellationToken)
    {
        var opened = OpenWorkspace.At(path, writes: true);
        return opened is Parsed<WorkspaceContext>.Ok { Value: var context }
            ? await ReplayPlanning.TellAsync(context, asJson, cancellationToken)
            : JsonOut.Refuse(OpenWorkspace.Wrong(opened), asJson);
    }
}
