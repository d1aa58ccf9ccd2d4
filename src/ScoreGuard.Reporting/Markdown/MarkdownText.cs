using System.Text;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Markdown;

/// <summary>Text from outside in GitHub-flavoured Markdown: neither markup, nor a link, nor a mention comes of it.</summary>
internal static class MarkdownText
{
    public static string Sentence(string text) => Escape(Shown.Sentence(text));

    public static string Name(string text) => Escape(Shown.Name(text));

    /// <summary>A code span; not for tables, where a pipe would end the cell even in code.</summary>
    public static string Code(string text)
    {
        var shown = Shown.Name(text);
        if (string.IsNullOrWhiteSpace(shown))
            return "(blank)";

        var fence = new string('`', LongestTicks(shown) + 1);
        return shown[0] is '`' || shown[^1] is '`' ? $"{fence} {shown} {fence}" : fence + shown + fence;
    }

    private static string Escape(string shown)
    {
        var escaped = new StringBuilder(shown.Length + 8);
        for (var at = 0; at < shown.Length; at++)
        {
            var letter = shown[at];
            switch (letter)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                // A word joiner: without it an address becomes a link and a name a mention, escaped or not.
                case '@':
                    escaped.Append("&#64;&#8288;");
                    break;
                case ':' when at + 1 < shown.Length && shown[at + 1] == '/':
                    escaped.Append("&#58;&#8288;");
                    break;
                default:
                    escaped.Append(IsPlain(shown, at) ? "" : "\\").Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Whether a letter means nothing where it stands; needless escapes would make the source hard to read.</summary>
    private static bool IsPlain(string text, int at) =>
        text[at] switch
        {
            ',' or ' ' or '%' or ';' or '\'' or '"' or '?' or '/' => true,
            // Not the dot of a list's number, of an address, nor the colon of one.
            '.' or ':' => at > 0 && char.IsAsciiLetter(text[at - 1]) && (at + 1 == text.Length || text[at + 1] == ' '),
            // Not the sign of a list, nor of a line.
            '-' => at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]),
            var letter => char.IsAsciiLetterOrDigit(letter) || !char.IsAscii(letter),
        };

    private static int LongestTicks(string text)
    {
        var (longest, current) = (0, 0);
        foreach (var letter in text)
        {
            current = letter == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
