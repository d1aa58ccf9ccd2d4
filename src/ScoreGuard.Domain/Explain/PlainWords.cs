using System.Globalization;
using System.Text;

namespace ScoreGuard.Domain.Explain;

/// <summary>Names, numbers and lengths of time as people read them, such that different values never read alike.</summary>
internal static class PlainWords
{
    private const string Harmless = "-_./@&+#:%*$";

    /// <summary>Words that a sentence uses itself, and texts that would read as a number or a boolean.</summary>
    private static readonly HashSet<string> Taken = new(
        ["true", "false", "yes", "no", "missing", "known", "anything", "not", "list", "in", "none", "or", "and"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>A text value: bare where it is one unmistakable word, else quoted.</summary>
    public static string Text(string value) =>
        IsBare(value)
        && !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && !InstantText.TryParse(value, out _)
            ? value
            : Quoted(value);

    /// <summary>A name of something in the model, or of an activity or a property.</summary>
    public static string Name(string name) => IsBare(name) ? name : Quoted(name);

    public static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                _ when char.IsControl(character) => quoted.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)character:x4}"
                ),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    public static string Number(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Points with their sign.</summary>
    public static string Signed(decimal points) => points > 0 ? $"+{Number(points)}" : Number(points);

    /// <summary><c>30 days</c>, <c>1 hour</c>, <c>90 minutes</c>; weeks read as days.</summary>
    public static string Length(Duration duration)
    {
        const long minute = 60_000;
        var (unit, word) = duration.Milliseconds switch
        {
            var ms when ms % (24 * 60 * minute) == 0 => (24 * 60 * minute, "day"),
            var ms when ms % (60 * minute) == 0 => (60 * minute, "hour"),
            _ => (minute, "minute"),
        };
        var count = duration.Milliseconds / unit;
        return count == 1 ? $"1 {word}" : $"{count} {word}s";
    }

    public static string Times(int times) =>
        times switch
        {
            1 => "once",
            2 => "twice",
            _ => $"{times} times",
        };

    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    private static bool IsBare(string value) =>
        value.Length > 0
        && !Taken.Contains(value)
        && value.All(character => char.IsLetterOrDigit(character) || Harmless.Contains(character));
}
