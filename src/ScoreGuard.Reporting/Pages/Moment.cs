using ScoreGuard.Domain;

namespace ScoreGuard.Reporting.Pages;

/// <summary>An instant for programs and for people: "2026-03-10 09:00 UTC".</summary>
public sealed record Moment(string Machine, string Human)
{
    public static Moment Of(Instant instant)
    {
        var text = instant.ToString();
        return new(text, text[..16].Replace('T', ' ') + " UTC");
    }
}
