using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>Each pattern of a model, compiled once, as the specification wants them: no pattern can run away.</summary>
/// <remarks>Shared by all sessions of an engine, which begin on threads of their own.</remarks>
internal sealed class PatternCache
{
    private readonly ConcurrentDictionary<string, Regex> patterns = new(StringComparer.Ordinal);

    // The automaton is linear in the text, so no time-out is needed.
    public Regex Get(string pattern) =>
        patterns.GetOrAdd(
            pattern,
            static text =>
                new(
                    text,
                    RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                    Regex.InfiniteMatchTimeout
                )
        );
}
