using System.Collections.Immutable;
using System.CommandLine;
using ScoreGuard.Application.Reports;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;

namespace ScoreGuard.Cli.Commands;

internal static class HistoryCommand
{
    public static Command Create()
    {
        var workspace = Parameters.Workspace();
        var limit = new Option<int>("--limit")
        {
            Description = "How many entries, newest first (default: 20).",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var json = Parameters.Json();
        var command = new Command("history", "Lists runs and decisions, newest first.") { workspace, limit, json };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                    OpenWorkspace.ThenAsync(
                        parsed.GetRequiredValue(workspace),
                        writes: false,
                        parsed.GetValue(json),
                        async context =>
                        {
                            var entries = await new ListHistory(context).ExecuteAsync(
                                Math.Max(1, parsed.GetValue(limit)),
                                cancellation
                            );
                            Tell(entries, parsed.GetValue(json));
                            return ExitCodes.Fine;
                        }
                    )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard history my-guard",
            "scoreguard history my-guard --limit 100 --json"
        );
    }

    private static void Tell(ImmutableArray<HistoryEntry> entries, bool asJson)
    {
        if (asJson)
        {
            JsonOut.Write(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("entries");
                foreach (var entry in entries)
                {
                    json.WriteStartObject();
                    json.WriteString("at", entry.At.ToString());
                    json.WriteString("id", entry.Id);
                    json.WriteString("what", entry.What);
                    json.WriteString("result", entry.Result);
                    json.WriteString("sentence", entry.Sentence);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        if (entries.IsEmpty)
        {
            Screen.Line("Nothing has happened yet; `scoreguard run` makes the first entry.");
        }

        foreach (var entry in entries)
        {
            Screen.Line($"{entry.At}  {entry.Id, -27}  {entry.What, -8}  {entry.Result, -11}  {entry.Sentence}");
        }
    }
}
