using System.Text;

namespace ScoreGuard.Domain.Documents;

/// <summary>Words of a document inside a message: short, on one line, and visibly not ours.</summary>
public static class Quote
{
    private const int Longest = 60;

    /// <summary>Between backticks.</summary>
    public static string Code(string text) => $"`{Plain(text)}`";

    /// <summary>Each between backticks, commas between, <c>or</c> before the last.</summary>
    public static string OneOf(IEnumerable<string> texts) => Joined(texts, " or ");

    /// <summary>Each between backticks, commas between, <c>and</c> before the last.</summary>
    public static string All(IEnumerable<string> texts) => Joined(texts, " and ");

    /// <summary>Cut to 60 characters; control and format characters, which could forge a line of a log, become <c>\uXXXX</c>.</summary>
    public static string Plain(string text, int longest = Longest)
    {
        var cut = text.Length > longest;
        var shown = cut ? text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] : text;
        var plain = new StringBuilder(shown.Length);
        foreach (var rune in shown.EnumerateRunes())
        {
            if (IsInvisible(rune))
            {
                plain.Append($"\\u{rune.Value:x4}");
            }
            else
            {
                plain.Append(rune);
            }
        }

        return cut ? plain.Append('…').ToString() : plain.ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator;

    private static string Joined(IEnumerable<string> texts, string last)
    {
        var all = texts.Select(Code).ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.SkipLast(1)) + last + all[^1];
    }
}
