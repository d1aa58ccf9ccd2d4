using System.CommandLine;

namespace ScoreGuard.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class Parameters
{
    public static Argument<string> Workspace() =>
        new("WORKSPACE")
        {
            Description = "The workspace's folder (default: this one).",
            DefaultValueFactory = _ => ".",
        };

    public static Argument<string> Run() => new("RUN") { Description = "The run's name, its beginning, or `latest`." };

    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON." };

    public static Option<string?> Out() =>
        new("--out")
        {
            Description = "Folder for the report (default: .scoreguard/reports/RUN in the workspace).",
            HelpName = "DIR",
        };

    public static Option<string> Reason(string description) =>
        new("--reason")
        {
            Description = description,
            HelpName = "TEXT",
            DefaultValueFactory = _ => "",
        };
}
