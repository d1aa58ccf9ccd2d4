using System.CommandLine;
using ScoreGuard.Application.Runs;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
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
            "Replays the leads through what scores them (the model, or the platform that `target` names) and compares with the baseline."
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
                {
                    var path = parsed.GetRequiredValue(workspace);
                    var asJson = parsed.GetValue(json);
                    return OpenWorkspace.ThenAsync(
                        path,
                        writes: true,
                        asJson,
                        async context =>
                        {
                            if (parsed.GetValue(dryRun))
                            {
                                return await ReplayPlanning.TellAsync(context, asJson, cancellation);
                            }

                            var model = context.Workspace.Model;
                            var request = new RunRequest(
                                RunKind.Run,
                                parsed.GetRequiredValue(reason),
                                context.Files.DisplayName(model),
                                context.Files.Find(model)
                            );
                            var folder = parsed.GetValue(@out);
                            var (outcome, written) = await RunStarting.StartAsync(
                                context,
                                request,
                                folder,
                                cancellation
                            );
                            return RunTelling.Tell(outcome, written, path, asJson);
                        }
                    );
                })
        );
        return CommandExamples.Give(
            command,
            "scoreguard run my-guard",
            "scoreguard run my-guard --out out --reason \"Nightly\"",
            "scoreguard run my-guard --dry-run        which calls a replay into a platform would take; makes none",
            "A replay into a platform lasts minutes: `settle` in scoreguard.yaml says how long is waited.",
            "Exit codes: 0 passed, approved or resolved; 1 bad input; 2 drift; 3 no baseline; 4 could not judge."
        );
    }
}
