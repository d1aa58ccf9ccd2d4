using System.Globalization;

namespace ScoreGuard.Domain.Documents;

/// <summary>Numbers of things in sentences: <c>1 lead</c>, <c>2,000 leads</c>.</summary>
public static class Counted
{
    /// <param name="noun">One of it; its plural ends in s.</param>
    public static string Of(long count, string noun) =>
        count == 1 ? $"1 {noun}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}s";
}
