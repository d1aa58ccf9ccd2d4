using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>What there is to say about a live target.</summary>
internal sealed record TargetView(string Title, IReadOnlyList<string> Sentences)
{
    public static TargetView? Of(RunReport report) =>
        report.Target is { } target
            ? new(Shown.Sentence($"What {target.Platform} was asked"), [.. report.TargetWords.Select(Shown.Sentence)])
            : null;
}
