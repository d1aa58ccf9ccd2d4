using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 3: what is given, read as a type.</summary>
internal static class Reading
{
    private static readonly ConcurrentDictionary<string, Regex> Built = new(StringComparer.Ordinal);

    private static readonly Regex NumberForm = new(
        @"\A[+-]?[0-9]+(\.[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking,
        Timeout.InfiniteTimeSpan
    );

    /// <summary>An absent key, null, or a text that is empty after trimming.</summary>
    public static bool IsMissing(JsonElement given) =>
        given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (given.ValueKind == JsonValueKind.String && given.GetString()!.Trim().Length == 0);

    /// <summary>What a lead gives, as <paramref name="type"/>; null where it is missing or cannot be read so.</summary>
    public static Value? Given(JsonElement given, string type)
    {
        if (IsMissing(given))
            return null;
        return (type, given.ValueKind) switch
        {
            ("text", JsonValueKind.String) => new Value.Text(given.GetString()!.Trim()),
            ("text", JsonValueKind.Number) => new Value.Text(ExactNumber.Read(given.GetRawText()).ToString()),
            ("text", JsonValueKind.True) => new Value.Text("true"),
            ("text", JsonValueKind.False) => new Value.Text("false"),
            ("number", JsonValueKind.Number) => new Value.Number(ExactNumber.Read(given.GetRawText())),
            ("boolean", JsonValueKind.True) => new Value.Boolean(true),
            ("boolean", JsonValueKind.False) => new Value.Boolean(false),
            (_, JsonValueKind.String) => Text(given.GetString()!, type),
            _ => null,
        };
    }

    /// <summary>What a model says: as a lead's value, but a scalar for a text keeps its spelling.</summary>
    public static Value Operand(JsonElement operand, string type) =>
        type == "text" && operand.ValueKind != JsonValueKind.String
            ? new Value.Text(operand.GetRawText())
            : Given(operand, type) ?? throw new FormatException($"{operand.GetRawText()} is no {type}.");

    /// <summary>A text, as <paramref name="type"/>; null where it is empty or cannot be read so.</summary>
    public static Value? Text(string text, string type)
    {
        text = text.Trim();
        if (text.Length == 0)
            return null;
        return type switch
        {
            "text" => new Value.Text(text),
            "number" => IsNumber(text) ? new Value.Number(ExactNumber.Read(text)) : null,
            "boolean" when Is(text, "true") || Is(text, "yes") => new Value.Boolean(true),
            "boolean" when Is(text, "false") || Is(text, "no") => new Value.Boolean(false),
            "date" => Times.FindInstant(text) is { } instant ? new Value.Date(instant) : null,
            _ => null,
        };
    }

    public static bool IsNumber(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        var leadingZeros = text.TrimStart('+', '-').TakeWhile(c => c == '0').Count();
        return NumberForm.IsMatch(text) && digits - leadingZeros <= 28;
    }

    /// <summary>Building one takes longer than all the rest of a lead, so each is built once.</summary>
    public static Regex Pattern(string pattern) =>
        Built.GetOrAdd(
            pattern,
            text =>
                new(
                    text,
                    RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking,
                    Timeout.InfiniteTimeSpan
                )
        );

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
