using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Html;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>A verdict as a sign and in words; the colour only repeats them.</summary>
/// <param name="Tone">A class of the style sheet.</param>
/// <param name="Sign">An SVG path in a box of 24.</param>
public sealed record VerdictMark(string Tone, string Sign, string Badge)
{
    public static VerdictMark Of(RunRecord run)
    {
        var words = VerdictWords.Of(run.Verdict, run.Kind == RunKind.Preview, run.Figures, run.BaselineVersion);
        return new(words.Tone.ToString().ToLowerInvariant(), ToneSign.Of(words.Tone), words.Badge);
    }
}
