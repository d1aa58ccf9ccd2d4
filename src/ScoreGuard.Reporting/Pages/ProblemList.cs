using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Reporting.Html;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>What somebody should put right.</summary>
public sealed record ProblemList(IReadOnlyList<ProblemView> Problems, string? More)
{
    private const int Most = 50;

    /// <returns>Null where nothing is wrong.</returns>
    public static ProblemList? Of(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.IsDefaultOrEmpty)
            return null;

        var more = diagnostics.Length - Most;
        return new(
            [.. diagnostics.OrderBy(problem => problem.Severity).Take(Most).Select(ProblemView.Of)],
            more > 0 ? $"{Figures.Count(more)} more; `scoreguard validate` lists all of them." : null
        );
    }
}
