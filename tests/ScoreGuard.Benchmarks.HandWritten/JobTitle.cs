namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>A job title, trimmed, and the rank that it tells.</summary>
public sealed record JobTitle(string Text, Seniority Seniority)
{
    public static JobTitle? Read(string spelling)
    {
        var text = spelling.Trim();
        return text.Length == 0 ? null : new(text, Rank(text));
    }

    /// <summary>Another title, as matchers see it: missing differs from every title.</summary>
    public static bool Differ(JobTitle? left, JobTitle? right) =>
        !ReferenceEquals(left, right)
        && (left is null || right is null || !left.Text.Equals(right.Text, StringComparison.OrdinalIgnoreCase));

    private static Seniority Rank(string title) =>
        HasAny(title, "student", "intern", "trainee") ? Seniority.Student
        : HasAny(title, "vp", "svp", "vice president") ? Seniority.VP
        : HasAny(title, "chief", "founder", "ceo", "cfo", "cio", "cmo", "cto", "cro") ? Seniority.CLevel
        : HasAny(title, "director", "head of") ? Seniority.Director
        : HasAny(title, "manager", "lead") ? Seniority.Manager
        : Seniority.Missing;

    private static bool HasAny(string title, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (HasWord(title, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string title, string word)
    {
        for (var at = 0; (at = title.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + word.Length;
            if ((at == 0 || !IsWordPart(title[at - 1])) && (end == title.Length || !IsWordPart(title[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordPart(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
