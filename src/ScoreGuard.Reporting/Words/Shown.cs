using System.Globalization;
using System.Text;

namespace ScoreGuard.Reporting.Words;

/// <summary>Text from outside as a reader may see it: nothing invisible, nothing that reorders its surroundings, not endless.</summary>
/// <remarks>Not an encoding: each form still encodes what it prints.</remarks>
internal static class Shown
{
    /// <summary>Letters of a name or id before it is cut.</summary>
    public const int NameLength = 120;

    /// <summary>Letters of a sentence before it is cut.</summary>
    public const int SentenceLength = 600;

    private const int MostMarks = 4;

    public static string Name(string text) => Text(text, NameLength);

    /// <summary>A name within a sentence.</summary>
    public static string Quoted(string text) => $"“{Name(text)}”";

    public static string Sentence(string text) => Text(text, SentenceLength);

    /// <summary>
    /// Line breaks and tabs become spaces, other control and bidirectional characters their code point, as "[U+202E]";
    /// towers of combining marks end after four; what is longer than <paramref name="length"/> ends in "…".
    /// </summary>
    private static string Text(string text, int length)
    {
        var shown = new StringBuilder(Math.Min(text.Length, length) + 1);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= length)
                return shown.Append('…').ToString();

            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarks)
                continue;

            if (rune.Value is '\t' or '\n' or '\r')
                shown.Append(' ');
            else if (IsTreacherous(rune))
                shown.Append("[U+").Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture)).Append(']');
            else
                shown.Append(rune);
        }

        return shown.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Joiners (U+200C, U+200D) stay: scripts and emoji need them.</summary>
    private static bool IsTreacherous(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && (
            Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            || rune.Value is 0xFFFE or 0xFFFF
        );
}
