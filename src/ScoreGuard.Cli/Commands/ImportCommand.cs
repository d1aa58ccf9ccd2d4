using System.CommandLine;
using System.Text.Json;
using ScoreGuard.Application.Live;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Cli.Commands;

internal static class ImportCommand
{
    public static Command Create()
    {
        var workspace = Parameters.Workspace();
        var @out = new Option<string?>("--out")
        {
            Description = "Folder for model.yaml, configuration.json and configuration.md (default: none is written).",
            HelpName = "DIR",
        };
        var json = Parameters.Json();
        var command = new Command(
            "import",
            "Reads how the workspace's platform scores, and says how truly the model holds each part of it."
        )
        {
            workspace,
            @out,
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
                            var read = await new ReadConfiguration(context).ExecuteAsync(cancellation);
                            if (read is not Parsed<ConfigurationSnapshot>.Ok { Value: var snapshot })
                            {
                                return JsonOut.Refuse(
                                    ((Parsed<ConfigurationSnapshot>.Refused)read).Diagnostics,
                                    asJson
                                );
                            }

                            Write(snapshot, parsed.GetValue(@out));
                            Tell(snapshot, asJson);
                            return ExitCodes.Fine;
                        }
                    )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard import my-guard",
            "scoreguard import my-guard --out imported     to look at, to edit, to preview"
        );
    }

    private static void Write(ConfigurationSnapshot snapshot, string? folder)
    {
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "configuration.json"), snapshot.Canonical + "\n");
        File.WriteAllText(Path.Combine(folder, "configuration.md"), snapshot.Listing);
        if (snapshot.Model is { } model)
        {
            File.WriteAllText(Path.Combine(folder, "model.yaml"), model);
        }
    }

    private static void Tell(ConfigurationSnapshot snapshot, bool asJson)
    {
        if (asJson)
        {
            JsonOut.Write(json => Write(json, snapshot));
            return;
        }

        foreach (var part in snapshot.Carried)
        {
            var reason = part.Reason.Length > 0 ? $": {part.Reason}" : "";
            Screen.Line($"{Word(part.How), -12}  {part.Part}{reason}");
        }

        var counts = snapshot.Carried.CountBy(part => part.How).ToDictionary();
        Screen.Line();
        Screen.Line(
            $"{counts.GetValueOrDefault(CarriedHow.Exact)} exact, {counts.GetValueOrDefault(CarriedHow.Approximated)} approximated, {counts.GetValueOrDefault(CarriedHow.LeftOut)} left out{(snapshot.Model is null ? "; not enough to score by" : "")}. Configuration {snapshot.Hash}"
        );
    }

    private static void Write(Utf8JsonWriter json, ConfigurationSnapshot snapshot)
    {
        json.WriteStartObject();
        json.WriteString("configuration", snapshot.Hash);
        json.WriteBoolean("scorable", snapshot.Model is not null);
        json.WriteStartArray("parts");
        foreach (var part in snapshot.Carried)
        {
            json.WriteStartObject();
            json.WriteString("part", part.Part);
            json.WriteString("how", Word(part.How));
            json.WriteString("reason", part.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Word(CarriedHow how) =>
        how switch
        {
            CarriedHow.Exact => "exact",
            CarriedHow.Approximated => "approximated",
            _ => "left out",
        };
}
