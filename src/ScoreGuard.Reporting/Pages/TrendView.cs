using System.Collections.Immutable;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>The last runs of a workspace's own model in a row, the latest at the end.</summary>
public sealed record TrendView(string Caption, IReadOnlyList<TrendMark> Marks)
{
    public const int Most = 12;

    /// <param name="runs">Newest first; previews are left out.</param>
    /// <returns>Null where there are fewer than two: one run is no trend.</returns>
    public static TrendView? Of(string workspace, ImmutableArray<RunRecord> runs)
    {
        var marks = runs.Where(run => run.Kind == RunKind.Run)
            .Take(Most)
            .Reverse()
            .Select(run => TrendMark.Of(RunLine.Of(workspace, run), run))
            .ToList();
        return marks.Count < 2
            ? null
            : new(
                $"The last {Figures.Count(marks.Count)} runs, the latest at the end; the number is that of leads that moved.",
                marks
            );
    }
}

/// <param name="Words">The whole of it in words, for who does not see the sign.</param>
public sealed record TrendMark(string Tone, string Sign, string Moved, string Words, string Href)
{
    internal static TrendMark Of(RunLine line, RunRecord run) =>
        new(
            line.Mark.Tone,
            line.Mark.Sign,
            line.Moved,
            run.Verdict is Verdict.Broken or Verdict.NoBaseline
                ? $"{line.Mark.Word}, {line.Finished.Human}"
                : $"{line.Mark.Word}: {line.Moved} moved, {line.Finished.Human}",
            line.Href
        );
}
