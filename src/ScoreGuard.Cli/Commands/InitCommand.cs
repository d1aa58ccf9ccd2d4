using System.CommandLine;
using ScoreGuard.Application.Validation;
using ScoreGuard.Cli.Resources;
using ScoreGuard.Cli.Terminals;

namespace ScoreGuard.Cli.Commands;

internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the new workspace." };
        var command = new Command("init", "Makes a new workspace: commented files, and completion for editors.")
        {
            folder,
        };
        command.SetAction((parsed, _) => Guarded.RunAsync(() => Task.FromResult(Run(parsed.GetRequiredValue(folder)))));
        return CommandExamples.Give(command, "scoreguard init my-guard");
    }

    private static int Run(string folder)
    {
        var files = EmbeddedFiles
            .Below("init")
            .Select(name => (Name: name, Text: EmbeddedFiles.Text("init/" + name)))
            .Concat(EditorSchemas.All)
            .ToList();
        var taken = files.Where(file => File.Exists(Path.Combine(folder, file.Name))).ToList();
        if (taken.Count > 0)
        {
            Screen.Error(
                $"error: {folder} already has {string.Join(", ", taken.Select(file => file.Name))}; name another folder. Nothing was changed."
            );
            return ExitCodes.BadInput;
        }

        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Screen.Line($"Made {folder} with {string.Join(", ", files.Select(file => file.Name))}.");
        Screen.Line(
            $"Next: scoreguard generate {CommandText.Argument(folder)}, then scoreguard run {CommandText.Argument(folder)}"
        );
        return ExitCodes.Fine;
    }
}
