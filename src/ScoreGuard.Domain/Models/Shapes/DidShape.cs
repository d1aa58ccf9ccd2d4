using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>What <c>did</c> counts.</summary>
internal static class DidShape
{
    public const string Noun = "a `did` criterion";

    public static readonly Key<ImmutableArray<Placed<string>>> Activity = new(
        "activity",
        Values.ActivityTypes,
        "A type, a list of types, or `any`.",
        required: true
    );

    public static readonly Key<Place> Where = new(
        "where",
        CriterionShape.Where,
        "Only activities whose properties satisfy this count."
    );

    public static readonly Key<long> AtLeast = new("atLeast", Values.Times, "How many are needed. Default 1.");

    public static readonly Key<Duration> Within = new(
        "within",
        Values.Duration,
        "Only activities of this last stretch of time count; absent: ever."
    );

    public static readonly RecordShape Shape = new(Noun, Activity, Where, AtLeast, Within);
}
