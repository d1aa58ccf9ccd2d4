using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Diagnostics: why a run is broken, or what its reader should know besides.</summary>
internal sealed record ProblemsView(IReadOnlyList<ProblemView> Problems, string? More)
{
    private const int Most = 25;

    public static ProblemsView? Of(RunReport report)
    {
        if (report.Diagnostics.IsEmpty)
            return null;

        var more = report.Diagnostics.Length - Most;
        return new(
            [.. report.Diagnostics.OrderBy(problem => problem.Severity).Take(Most).Select(ProblemView.Of)],
            more > 0 ? $"{Figures.Count(more)} more are in report.json." : null
        );
    }
}

public sealed record ProblemView(string Severity, string Code, string Message, string Place)
{
    internal static ProblemView Of(Diagnostic diagnostic)
    {
        var line = diagnostic.At is { } at
            ? $", line {Figures.Plain((long)at.Line)}, column {Figures.Plain((long)at.Column)}"
            : "";
        var path = diagnostic.Path.Length == 0 ? "" : ", at " + Shown.Name(diagnostic.Path);
        return new(
            diagnostic.Severity == Domain.Diagnostics.Severity.Error ? "Error" : "Warning",
            Shown.Name(diagnostic.Code),
            Shown.Sentence(diagnostic.Message),
            Shown.Name(diagnostic.File) + line + path
        );
    }
}
