using System.Text;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Markdown;

/// <summary>Text from outside in GitHub-flavoured Markdown: neither markup, nor a link, nor a mention comes of it.</summary>
internal static class MarkdownText
{
    public static string Sentence(string text) => Escape(Shown.Sentence(text));

    public static string Name(string text) => Escape(Shown.Name(text));

    /// <summary>A code span; also inside a table, where a pipe would end the cell even in code.</summary>
    public static string Code(string text)
    {
        var shown = Shown.Name(text).Replace("|", "\\|", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(shown))
            return "(blank)";

        var fence = new string('`', LongestTicks(shown) + 1);
        return shown[0] is '`' || shown[^1] is '`' ? $"{fence} {shown} {fence}" : fence + shown + fence;
    }

    private static string Escape(string shown)
    {
        var escaped = new StringBuilder(shown.Length + 8);
        foreach (var letter in shown)
        {
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
                // A word joiner: without it an address becomes a mail link and a name a mention, escaped or not.
                case '@':
                    escaped.Append("&#64;&#8288;");
                    break;
                // These mean nothing inside a line; escaping them would only make the source hard to read.
                case ',' or ' ' or '%' or ';' or '\'' or '?' or '/':
                    escaped.Append(letter);
                    break;
                default:
                    escaped.Append(char.IsAsciiLetterOrDigit(letter) || !char.IsAscii(letter) ? "" : "\\").Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }

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
