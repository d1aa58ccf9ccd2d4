using System.CommandLine;
using ScoreGuard.Application.Runs;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Cli.Commands;

internal static class PreviewCommand
{
    public static Command Create()
    {
        var workspace = Parameters.Workspace();
        var candidate = new Option<string>("--candidate")
        {
            Description = "The model as it would be after the edit.",
            HelpName = "MODEL",
            Required = true,
        };
        var @out = Parameters.Out();
        var reason = Parameters.Reason("What the edit is for; the report shows it.");
        var json = Parameters.Json();
        var command = new Command("preview", "Shows how far an edit would reach, before anything is live.")
        {
            workspace,
            candidate,
            @out,
            reason,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                    OpenWorkspace.ThenAsync(
                        parsed.GetRequiredValue(workspace),
                        writes: true,
                        parsed.GetValue(json),
                        async context =>
                        {
                            var path = parsed.GetRequiredValue(candidate);
                            var model = File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;
                            var request = new RunRequest(RunKind.Preview, parsed.GetRequiredValue(reason), path, model);
                            var folder = parsed.GetValue(@out);
                            var (outcome, written) = await RunStarting.StartAsync(
                                context,
                                request,
                                folder,
                                cancellation
                            );
                            return RunTelling.Tell(
                                outcome,
                                written,
                                parsed.GetRequiredValue(workspace),
                                parsed.GetValue(json)
                            );
                        }
                    )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard preview my-guard --candidate new-model.yaml",
            "A preview writes no baseline. Accept it with `scoreguard decide RUN my-guard --accept-all --reason …`, and the first run that equals it is promoted."
        );
    }
}
