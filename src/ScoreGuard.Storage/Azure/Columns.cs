using ScoreGuard.Domain;

namespace ScoreGuard.Storage.Azure;

/// <summary>Values of the plain properties beside a document.</summary>
internal static class Columns
{
    private const int Longest = 1000;

    public static DateTimeOffset Of(Instant instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.UnixMilliseconds);

    /// <summary>The beginning of a text that may be longer than a property; the document has all of it.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..end] + "…";
    }
}
