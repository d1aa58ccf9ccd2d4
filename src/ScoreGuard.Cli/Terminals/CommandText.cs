using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Commands as somebody can paste them: with the workspace that they are about, and quoted where a shell asks for it.</summary>
internal static class CommandText
{
    private const string Plain = "_./-+@,:~";

    /// <summary>What a report says to type inside the workspace's folder, as it is typed from here.</summary>
    public static string From(string workspace, CommandHint hint, string run) =>
        workspace is "." or "./"
            ? hint.Command
            : hint.Command.Replace($" {run}", $" {run} {Argument(workspace)}", StringComparison.Ordinal);

    public static string Argument(string text)
    {
        if (text.Length > 0 && text.All(IsPlain))
        {
            return text;
        }

        return OperatingSystem.IsWindows()
            ? $"\"{text}\""
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(char unit) =>
        char.IsLetterOrDigit(unit)
        || Plain.Contains(unit, StringComparison.Ordinal)
        || (unit == '\\' && OperatingSystem.IsWindows());
}
