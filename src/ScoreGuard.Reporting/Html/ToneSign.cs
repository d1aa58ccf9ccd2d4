using System.Diagnostics;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>SVG paths in a box of 24: a tone's sign, for who does not see its colour.</summary>
internal static class ToneSign
{
    private const string Check = "M4 12.5 9.5 18 20 6.5";
    private const string Exclamation = "M12 3 22 20 2 20 Z M12 9.5 12 14 M12 16.8 12 17.4";
    private const string Cross =
        "M8 2.5 16 2.5 21.5 8 21.5 16 16 21.5 8 21.5 2.5 16 2.5 8 Z M8.5 8.5 15.5 15.5 M15.5 8.5 8.5 15.5";
    private const string Question = "M12 2.5 A9.5 9.5 0 1 1 11.99 2.5 M12 7 12 7.6 M12 11 12 17";

    public static string Of(Tone tone) =>
        tone switch
        {
            Tone.Calm => Check,
            Tone.Attention => Exclamation,
            Tone.Alarm => Cross,
            Tone.Neutral => Question,
            _ => throw new UnreachableException(),
        };
}
