using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>How points fade.</summary>
internal static class DecayShape
{
    public static readonly Key<decimal> Percent = new(
        "percent",
        Values.Percent,
        "Of the first worth; above 0, at most 100.",
        required: true
    );

    public static readonly Key<Duration> Every = new(
        "every",
        Values.Duration,
        "Each time this has passed.",
        required: true
    );

    public static readonly RecordShape Shape = new("a decay", Percent, Every);
}
