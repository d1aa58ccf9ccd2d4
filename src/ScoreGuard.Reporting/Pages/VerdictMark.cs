using System.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Html;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>A verdict as a sign and in words; the colour only repeats them.</summary>
/// <param name="Tone">A class of the style sheet.</param>
/// <param name="Sign">An SVG path in a box of 24.</param>
/// <param name="Word">For lists: the badge in a word or two.</param>
public sealed record VerdictMark(string Tone, string Sign, string Badge, string Word)
{
    public static VerdictMark Of(RunRecord run) => Of(run, VerdictWords.Of(run));

    internal static VerdictMark Of(RunRecord run, VerdictWords words) =>
        new(
            words.Tone.ToString().ToLowerInvariant(),
            ToneSign.Of(words.Tone),
            words.Badge,
            WordOf(run.Verdict, run.Kind == RunKind.Preview)
        );

    private static string WordOf(Verdict verdict, bool preview) =>
        verdict switch
        {
            Verdict.Passed => preview ? "Would pass" : "Passed",
            Verdict.Drift => preview ? "Would move" : "Drift",
            Verdict.Approved => "Approved",
            Verdict.Resolved => "Resolved",
            Verdict.NoBaseline => "No baseline",
            Verdict.Broken => "Broken, no pass",
            _ => throw new UnreachableException(),
        };
}
