using System.CommandLine;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Cli.Commands;

internal static class JanitorCommand
{
    public static Command Create()
    {
        var workspace = Parameters.Workspace();
        var all = new Option<bool>("--all")
        {
            Description =
                "Also remove synthetic records that no run of this workspace knows of and that are older than a day.",
        };
        var forget = new Option<string?>("--forget")
        {
            Description =
                "Forget what a run may have left, where somebody removed it by hand or the account is gone; calls nobody.",
            HelpName = "RUN",
        };
        var json = Parameters.Json();
        var command = new Command(
            "janitor",
            "Removes synthetic records that killed or failed runs left on the platform."
        )
        {
            workspace,
            all,
            forget,
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
                            if (parsed.GetValue(forget) is { } run)
                            {
                                return await ForgetAsync(context, run, cancellation);
                            }

                            var asJson = parsed.GetValue(json);
                            var done = await new Janitor(context).ExecuteAsync(parsed.GetValue(all), cancellation);
                            return done is Parsed<JanitorReport>.Ok report
                                ? Tell(report, asJson)
                                : JsonOut.Refuse(((Parsed<JanitorReport>.Refused)done).Diagnostics, asJson);
                        }
                    )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard janitor my-guard",
            "scoreguard janitor my-guard --all",
            "Exit codes: 0 nothing is left of this workspace's runs; 1 bad input; 4 something is left."
        );
    }

    private static async Task<int> ForgetAsync(WorkspaceContext context, string run, CancellationToken cancellation)
    {
        if (await new Janitor(context).TryForgetAsync(run, cancellation))
        {
            Screen.Line($"Forgot what {run} may have left.");
            return ExitCodes.Fine;
        }

        Screen.Error($"Nothing is known to be left of a run {run}.");
        return ExitCodes.BadInput;
    }

    private static int Tell(Parsed<JanitorReport>.Ok report, bool asJson)
    {
        var done = report.Value;
        if (asJson)
        {
            JsonOut.Write(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("replays", done.Replays);
                json.WriteNumber("removed", done.Removed);
                json.WriteNumber("listed", done.Listed);
                json.WriteNumber("forgotten", done.Forgotten);
                json.WriteBoolean("removedForgotten", done.RemovedForgotten);
                JsonOut.Diagnostics(json, report.Warnings);
                json.WriteEndObject();
            });
        }
        else
        {
            Screen.Show(report.Warnings);
            Screen.Line(
                done.Replays == 0
                    ? "No other run of this workspace was left to clean up after."
                    : $"Cleaned up after {Counted.Of(done.Replays, "run")} of this workspace: {Counted.Of(done.Removed, "record")} removed."
            );
            Screen.Line(Others(done));
        }

        return report.Warnings.IsEmpty ? ExitCodes.Fine : ExitCodes.Broken;
    }

    private static string Others(JanitorReport done) =>
        done.Listed == 0
            ? "The platform lists no synthetic records."
            : $"The platform lists {Counted.Of(done.Listed, "synthetic record")} besides, of runs at work or of other workspaces; "
                + (
                    done.Forgotten == 0 ? "none is older than a day, so they stay."
                    : done.RemovedForgotten ? $"{done.Forgotten} older than a day removed."
                    : $"{done.Forgotten} older than a day: `--all` removes those."
                );
}
