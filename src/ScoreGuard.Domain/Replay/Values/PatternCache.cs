using System.Text.RegularExpressions;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>Each pattern of a model, compiled once, as the specification wants them: no pattern can run away.</summary>
internal sealed class PatternCache
{
    private readonly Dictionary<string, Regex> patterns = [];

    public Regex Get(string pattern)
    {
        if (!patterns.TryGetValue(pattern, out var regex))
        {
            // The automaton is linear in the text, so no time-out is needed.
            regex = new Regex(
                pattern,
                RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                Regex.InfiniteMatchTimeout
            );
            patterns.Add(pattern, regex);
        }

        return regex;
    }
}
