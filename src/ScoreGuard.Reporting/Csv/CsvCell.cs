using System.Buffers;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Csv;

/// <summary>One cell: quoted where RFC 4180 asks for it, and never a formula.</summary>
internal static class CsvCell
{
    public const string LineEnd = "\r\n";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\t;");

    // The full-width signs are read as formulas too, where the spreadsheet's language is Japanese or Chinese.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static void Write(TextWriter writer, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;

        var defused = IsFormula(text) ? "'" : "";
        if (!text.AsSpan().ContainsAny(Quoted) && text.Trim().Length == text.Length)
        {
            writer.Write(defused);
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(defused);
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    /// <summary>Another cell of the row.</summary>
    public static void WriteNext(TextWriter writer, string? text)
    {
        writer.Write(',');
        Write(writer, text);
    }

    public static void WriteNext(TextWriter writer, decimal? number)
    {
        writer.Write(',');
        if (number is { } known)
            writer.Write(Figures.Plain(known));
    }

    private static bool IsFormula(string text) =>
        FormulaStarts.Contains(text[0])
            ? !IsNumber(text)
            // Some spreadsheets skip blanks before they look for the sign.
            : text.AsSpan().TrimStart() is [var first, ..]
                && FormulaStarts.Contains(first)
                && char.IsWhiteSpace(text[0]);

    /// <summary>A minus, digits, and perhaps a fraction: nothing that could be computed.</summary>
    private static bool IsNumber(string text)
    {
        if (text[0] != '-')
            return false;

        var digits = text.AsSpan(1);
        var point = digits.IndexOf('.');
        return point < 0 ? AreDigits(digits) : AreDigits(digits[..point]) && AreDigits(digits[(point + 1)..]);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
