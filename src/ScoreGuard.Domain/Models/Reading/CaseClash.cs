using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Names that values could not tell apart, because values ignore case.</summary>
internal static class CaseClash
{
    /// <param name="names">Each with where to complain about it.</param>
    /// <param name="noun">Without article: <c>stage</c>.</param>
    public static void Report(IEnumerable<(string Name, Action<DiagnosticCode, string> Error)> names, string noun)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, error) in names)
        {
            if (first.TryAdd(name, name))
            {
                continue;
            }

            var other = first[name];
            error(
                ModelCodes.SameButCase,
                string.Equals(other, name, StringComparison.Ordinal)
                    ? $"The {noun} {Quote.Code(name)} stands here twice; remove one."
                    : $"The {noun} {Quote.Code(name)} differs from {Quote.Code(other)} in case only, and values ignore case; rename one."
            );
        }
    }
}
