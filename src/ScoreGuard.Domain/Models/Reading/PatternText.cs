using System.Text.RegularExpressions;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Regular expressions as models may use them: section 3 of the specification.</summary>
public static class PatternText
{
    /// <summary>Invariant, ignoring case, in time linear in the text, whatever the text is.</summary>
    public const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>The group whose text a pattern without <c>value</c> gives.</summary>
    public const string ValueGroup = "value";

    /// <summary>The expression, or null with what is wrong with it: the end of a sentence that began with the pattern.</summary>
    public static Regex? Compile(string pattern, out string problem)
    {
        problem = "";
        try
        {
            return new Regex(pattern, Options);
        }
        catch (RegexParseException broken)
        {
            problem = $"is broken at character {broken.Offset + 1}: {Words(broken.Error)}";
        }
        catch (NotSupportedException)
        {
            problem =
                "cannot run without backtracking: lookaround, backreferences, atomic groups and very large repetitions are not allowed";
        }

        return null;
    }

    public static bool CapturesValue(Regex pattern) => pattern.GetGroupNames().Contains(ValueGroup);

    private static string Words(RegexParseError error) =>
        string.Concat(
                error.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{c}")
            )
            .ToLowerInvariant();
}
