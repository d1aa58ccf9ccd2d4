using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>How much a rule may give.</summary>
internal static class LimitShape
{
    public static readonly Key<long> Times = new("times", Values.Times, "Fires at most so often.");

    public static readonly Key<decimal> Points = new(
        "points",
        Values.LimitPoints,
        "Grants at most so many points, whatever their sign; the last entry is cut."
    );

    public static readonly Key<Duration> Per = new(
        "per",
        Values.Duration,
        "In each such sliding stretch of time; absent: for ever."
    );

    public static readonly RecordShape Shape = new("a limit", Times, Points, Per);
}
