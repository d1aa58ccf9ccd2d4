using System.Text;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Where a command writes: results to the output, everything else to the error stream. Plain text, whatever it holds.</summary>
internal static class Screen
{
    /// <summary>True where somebody can read progress and answer questions.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected && HasProgress;

    /// <summary>True where progress may be drawn.</summary>
    public static bool HasProgress => !Console.IsErrorRedirected && !IsDumb;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") is "dumb";

    public static void Line(string text = "") => Console.Out.WriteLine(Safe(text));

    public static void Error(string text) => Console.Error.WriteLine(Safe(text));

    public static void Show(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Error(diagnostic.ToString());
        }
    }

    /// <summary>Names and reasons from outside must not command the terminal, nor begin a line that looks like ours.</summary>
    public static string Safe(string text)
    {
        if (!text.Any(IsCommand))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            safe.Append(IsCommand(unit) ? '\uFFFD' : unit);
        }

        return safe.ToString();
    }

    private static bool IsCommand(char unit) =>
        (char.IsControl(unit) && unit is not '\t')
        || unit is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
