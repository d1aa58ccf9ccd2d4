using System.Text;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>Text from outside as a mail may show it: short, nothing invisible of its own, and nothing that a mail program makes a link of.</summary>
internal static class MailWords
{
    private const int NameLength = 80;
    private const int SentenceLength = 280;

    /// <summary>Mail programs link what looks like an address; a word joiner within keeps it text, and is not seen.</summary>
    private const char WordJoiner = '\u2060';

    /// <summary>Around text that runs from right to left, so that the figures beside it stay where they are.</summary>
    private const char FirstStrongIsolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    public static string Name(string text) => Isolated(Unlinked(Cut(Shown.Name(text), NameLength)));

    public static string Sentence(string text) => Isolated(Unlinked(Cut(Shown.Sentence(text), SentenceLength)));

    /// <summary>For the subject, which nobody makes a link of.</summary>
    public static string Plain(string text, int length) => Isolated(Cut(Shown.Sentence(text).Trim(), length));

    private static string Cut(string shown, int length)
    {
        if (shown.Length <= length)
            return shown;

        var end = char.IsHighSurrogate(shown[length - 1]) ? length - 1 : length;
        return shown[..end] + "…";
    }

    private static string Unlinked(string text)
    {
        var unlinked = new StringBuilder(text.Length + 4);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '.' && EndsWithWww(text.AsSpan(0, at)))
                unlinked.Append(WordJoiner);
            unlinked.Append(text[at]);
            if (text[at] is '@' || (text[at] is ':' && at + 1 < text.Length && text[at + 1] is '/'))
                unlinked.Append(WordJoiner);
        }

        return unlinked.ToString();
    }

    private static string Isolated(string text) =>
        text.EnumerateRunes().Any(RunsFromTheRight) ? FirstStrongIsolate + text + EndOfIsolate : text;

    /// <summary>The blocks that Unicode keeps for scripts written from right to left.</summary>
    private static bool RunsFromTheRight(Rune rune) =>
        rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFE)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);

    private static bool EndsWithWww(ReadOnlySpan<char> text) =>
        text.EndsWith("www", StringComparison.OrdinalIgnoreCase);
}
