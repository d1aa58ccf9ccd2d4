using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>One workspace: its runs, its baseline, what is wrong with its files.</summary>
/// <param name="Newer">Where the latest runs are; null: here.</param>
/// <param name="Older">Where earlier runs are; null: there are none.</param>
/// <param name="Problems">Null: its files are well.</param>
public sealed record WorkspaceView(
    ShellView Shell,
    string Title,
    string Name,
    TrendView? Trend,
    IReadOnlyList<UnderWayLine> UnderWay,
    IReadOnlyList<RunLine> Runs,
    string? Newer,
    string? Older,
    IReadOnlyList<BaselineLine> Baselines,
    ProblemList? Problems,
    OrderFormView? Order
);

/// <summary>A version of the baseline: who approved it, when and why.</summary>
public sealed record BaselineLine(string Version, string By, Moment At, string Reason, string What, string RunHref)
{
    /// <param name="versions">Oldest first.</param>
    /// <returns>The current one first.</returns>
    public static IReadOnlyList<BaselineLine> Of(string workspace, ImmutableArray<Baseline> versions) =>
        [.. versions.Reverse().Select(baseline => Of(workspace, baseline))];

    private static BaselineLine Of(string workspace, Baseline baseline) =>
        new(
            Figures.Count(baseline.Version),
            Shown.Name(baseline.Decision.By),
            Moment.Of(baseline.Decision.At),
            Shown.Sentence(baseline.Decision.Reason),
            DecisionLine.WhatOf(baseline.Decision),
            PageAddress.Run(workspace, baseline.Decision.Run)
        );
}
