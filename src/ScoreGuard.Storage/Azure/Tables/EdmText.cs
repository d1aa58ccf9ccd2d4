using System.Globalization;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>How the Table service spells instants: UTC, to a ten-millionth of a second.</summary>
internal static class EdmText
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is no instant.</exception>
    public static DateTimeOffset ToInstant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
