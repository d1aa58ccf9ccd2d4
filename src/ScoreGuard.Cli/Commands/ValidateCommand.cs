using System.Collections.Immutable;
using System.CommandLine;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Validation;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Folder;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Cli.Commands;

internal static class ValidateCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Workspace folders, models, lead plans.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = Parameters.Json();
        var command = new Command("validate", "Says everything that is wrong with models, lead plans and workspaces.")
        {
            paths,
            json,
        };
        command.SetAction(
            (parsed, _) =>
                Guarded.RunAsync(() => Task.FromResult(Run(parsed.GetRequiredValue(paths), parsed.GetValue(json))))
        );
        return CommandExamples.Give(
            command,
            "scoreguard validate my-guard",
            "scoreguard validate model.yaml leads.yaml --json"
        );
    }

    private static int Run(string[] paths, bool asJson)
    {
        var validate = new ValidateDocuments(
            new TzdbTimeZones(),
            new PlatformTargets(Environment.GetEnvironmentVariable, TimeProvider.System)
        );
        var diagnostics = paths.SelectMany(path => Validate(validate, path)).ToImmutableArray();
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        if (asJson)
        {
            JsonOut.Refused(diagnostics);
        }
        else
        {
            Screen.Show(diagnostics);
            Screen.Line(
                diagnostics.Length == 0
                    ? $"{paths.Length} checked, nothing wrong."
                    : $"{paths.Length} checked: {Counted.Of(errors, "error")}, {Counted.Of(diagnostics.Length - errors, "warning")}. docs/diagnostics.md has a line on each code."
            );
        }

        return errors == 0 ? ExitCodes.Fine : ExitCodes.BadInput;
    }

    private static ImmutableArray<Diagnostic> Validate(ValidateDocuments validate, string path) =>
        Directory.Exists(path) || Path.GetFileName(path) == Workspace.FileName
            ? validate.Workspace(new FolderWorkspaceFiles(Directory.Exists(path) ? path : FolderOf(path)))
        : File.Exists(path) ? validate.File(path, File.ReadAllBytes(path))
        :
        [
            new(
                WorkspaceCodes.FileMissing.Code,
                Severity.Error,
                path,
                null,
                "",
                "There is no such file or folder; correct the name."
            ),
        ];

    private static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
