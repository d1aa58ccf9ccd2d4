using System.CommandLine;
using ScoreGuard.Cli.Resources;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Cli.Commands;

internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the new workspace." };
        string[] known = [.. WorkspaceTemplate.All.Select(template => template.Target)];
        var target = new Option<string>("--target")
        {
            Description =
                "What scores the leads: a model in the workspace (default), a platform, or a service of your own.",
            HelpName = string.Join('|', known),
            DefaultValueFactory = _ => WorkspaceTemplate.Model.Target,
        };
        target.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && !known.Contains(given))
            {
                result.AddError($"There is no target {Quote.Code(given)}{Spelling.Hint(given, known)}");
            }
        });
        var command = new Command("init", "Makes a new workspace: commented files, and completion for editors.")
        {
            folder,
            target,
        };
        command.SetAction(
            (parsed, _) =>
                Guarded.RunAsync(() =>
                    Task.FromResult(
                        Run(parsed.GetRequiredValue(folder), WorkspaceTemplate.Get(parsed.GetRequiredValue(target)))
                    )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard init my-guard",
            "scoreguard init my-guard --target hubspot    leads that act as a HubSpot account can be told, and where names of yours belong"
        );
    }

    private static int Run(string folder, WorkspaceTemplate template)
    {
        var files = template.Files();
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
        TellNext(CommandText.Argument(folder), template);
        return ExitCodes.Fine;
    }

    private static void TellNext(string folder, WorkspaceTemplate template)
    {
        if (template == WorkspaceTemplate.Model)
        {
            Screen.Line($"Next: scoreguard generate {folder}, then scoreguard run {folder}");
            return;
        }

        Screen.Line("Next:");
        Screen.Line(
            $"  In scoreguard.yaml, replace what says \"yours:\"; docs/targets/{template.Target}.md says what to create first."
        );
        Screen.Line("  Set, best in a file outside of the workspace that you source:");
        foreach (var setting in template.Settings)
        {
            Screen.Line($"    export {setting}=…");
        }

        Screen.Line("  Then:");
        Screen.Line($"    scoreguard validate {folder}");
        Screen.Line($"    scoreguard generate {folder}");
        if (template.MakesRecords)
        {
            Screen.Line($"    scoreguard run {folder} --dry-run    # which calls a run would take; makes none");
        }

        Screen.Line($"    scoreguard run {folder}    # exit code 3: nothing is approved yet; look at the report");
        Screen.Line($"    scoreguard decide latest {folder} --accept-all --reason \"First look\"");
        Screen.Line($"    scoreguard run {folder}    # passed, unless something moved");
    }
}
