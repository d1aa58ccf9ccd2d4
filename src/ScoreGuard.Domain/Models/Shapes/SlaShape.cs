using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>How soon somebody has to act.</summary>
internal static class SlaShape
{
    public static readonly Key<Placed<string>> Id = new(
        "id",
        Values.Reference("an id"),
        "Names the SLA in outcomes.",
        required: true
    );

    public static readonly Key<Placed<string>> Stage = new(
        "stage",
        Values.Reference("a stage"),
        "The clock runs from entering this stage until leaving it.",
        required: true
    );

    public static readonly Key<Duration> Within = new(
        "within",
        Values.Duration,
        "The open time allowed.",
        required: true
    );

    public static readonly Key<Placed<string>> Calendar = new(
        "calendar",
        Values.Reference("the name of a calendar"),
        "When time is open. Absent: always."
    );

    public static readonly Key<Place> When = new(
        "when",
        CriterionShape.When,
        "Over the lead, on entering. Absent: true."
    );

    public static readonly Key<ImmutableArray<Placed<string>>> Restart = new(
        "restart",
        Values.ActivityTypeList,
        "Activities that start the clock anew."
    );

    public static readonly RecordShape Shape = new("an SLA", Id, Stage, Within, Calendar, When, Restart);
}
