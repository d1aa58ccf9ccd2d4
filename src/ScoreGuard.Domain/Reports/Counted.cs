using System.Globalization;

namespace ScoreGuard.Domain.Reports;

/// <summary>How many of something, as people say it: <c>1 lead</c>, <c>1,000 leads</c>.</summary>
public static class Counted
{
    /// <param name="one">The word for one; an <c>s</c> makes it the word for more.</param>
    public static string Of(long count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : one + "s")}");
}
