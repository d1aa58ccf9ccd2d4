using System.CommandLine;
using ScoreGuard.Application.Live;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Reports;

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
        var json = Parameters.Json();
        var command = new Command(
            "janitor",
            "Removes synthetic records that killed or failed runs left on the platform."
        )
        {
            workspace,
            all,
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

    private static int Tell(Parsed<JanitorReport>.Ok report, bool asJson)
    {
        var (replays, listed, forgotten, removed) = report.Value;
        if (asJson)
        {
            JsonOut.Write(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("replays", replays);
                json.WriteNumber("listed", listed);
                json.WriteNumber("forgotten", forgotten);
                json.WriteBoolean("removed", removed);
                JsonOut.Diagnostics(json, report.Warnings);
                json.WriteEndObject();
            });
        }
        else
        {
            Screen.Show(report.Warnings);
            Screen.Line($"{Counted.Of(replays, "replay")} of this workspace had not been cleaned up after.");
            Screen.Line(
                $"{Counted.Of(listed, "synthetic record")} {(listed == 1 ? "was" : "were")} listed on the platform, {forgotten:N0} of them older than a day{(removed ? " and removed" : forgotten > 0 ? "; `--all` removes those" : "")}."
            );
        }

        return report.Warnings.IsEmpty ? ExitCodes.Fine : ExitCodes.Broken;
    }
}
