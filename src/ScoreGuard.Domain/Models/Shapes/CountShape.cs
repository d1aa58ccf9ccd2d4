using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>From which repetition on a rule fires.</summary>
internal static class CountShape
{
    public static readonly Key<long> AtLeast = new(
        "atLeast",
        Values.Times,
        "So many activities of the rule's types whose `where` is true, this one included.",
        required: true
    );

    public static readonly Key<Duration> Within = new(
        "within",
        Values.Duration,
        "Only those of this last stretch of time count; absent: ever."
    );

    public static readonly RecordShape Shape = new("a count", AtLeast, Within);
}
