using System.Collections.Immutable;
using System.CommandLine;
using ScoreGuard.Application.Models;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Cli.Commands;

internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("OLD") { Description = "The model before." };
        var after = new Argument<string>("NEW") { Description = "The model after." };
        var json = Parameters.Json();
        var command = new Command("diff", "Says in words what was edited between two models.") { before, after, json };
        command.SetAction(
            (parsed, _) =>
                Guarded.RunAsync(() =>
                    Task.FromResult(
                        Run(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetValue(json))
                    )
                )
        );
        return CommandExamples.Give(command, "scoreguard diff old-model.yaml new-model.yaml");
    }

    private static int Run(string before, string after, bool asJson)
    {
        var compared = CompareModels.Run(
            new(before, File.ReadAllBytes(before)),
            new(after, File.ReadAllBytes(after)),
            new TzdbTimeZones()
        );
        if (compared is not Parsed<ImmutableArray<ModelEdit>>.Ok { Value: var edits })
        {
            return JsonOut.Refuse(((Parsed<ImmutableArray<ModelEdit>>.Refused)compared).Diagnostics, asJson);
        }

        if (asJson)
        {
            Write(edits);
            return ExitCodes.Fine;
        }

        Screen.Line(edits.IsEmpty ? "Both models say the same." : $"{Counted.Of(edits.Length, "edit")}:");
        foreach (var edit in edits)
        {
            Screen.Line($"  {edit.Sentence}");
        }

        return ExitCodes.Fine;
    }

    private static void Write(ImmutableArray<ModelEdit> edits) =>
        JsonOut.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("edits");
            foreach (var edit in edits)
            {
                json.WriteStartObject();
                json.WriteString("change", edit.Kind.ToString().ToLowerInvariant());
                json.WriteString("area", edit.Area.ToString().ToLowerInvariant());
                json.WriteString("name", edit.Name);
                json.WriteString("path", edit.Path);
                json.WriteString("sentence", edit.Sentence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
}
