using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>Stages and transitions.</summary>
internal static class LifecycleShape
{
    public static readonly Key<Placed<string>> Start = new(
        "start",
        Values.Reference("a stage"),
        "The stage that a lead enters when it is created.",
        required: true
    );

    public static readonly Key<ImmutableArray<Placed<string>>> Stages = new(
        "stages",
        Values.StageList,
        "Every stage, in the order in which people read them.",
        required: true
    );

    public static readonly Key<Placed<string>> Id = new(
        "id",
        Values.Reference("an id"),
        "Names the transition in outcomes; unique among rules and transitions.",
        required: true
    );

    public static readonly Key<ImmutableArray<Placed<string>>> From = new(
        "from",
        Values.OneOrMore("a stage, a list of stages, or `any`", "a stage"),
        "The stages that it leaves; `any`: every stage but `to`.",
        required: true
    );

    public static readonly Key<Placed<string>> To = new(
        "to",
        Values.Reference("a stage"),
        "The stage that it enters.",
        required: true
    );

    public static readonly Key<ImmutableArray<Placed<string>>> On = new(
        "on",
        Values.ActivityTypes,
        "Takes only these activities. Absent: none is needed."
    );

    public static readonly Key<Place> Where = new(
        "where",
        CriterionShape.Where,
        "Over the activity's properties; needs `on`."
    );

    public static readonly Key<Duration> After = new(
        "after",
        Values.Duration,
        "Not before so long a time in the stage."
    );

    public static readonly Key<Place> When = new("when", CriterionShape.When, "Over the lead. Absent: true.");

    public static readonly Key<ImmutableArray<Placed<string>>> Reset = new(
        "reset",
        new ListShape<Placed<string>>("a list of dimensions", Values.Reference("the name of a dimension")),
        "Dimensions that are set to 0 after entering."
    );

    public static readonly RecordShape Transition = new("a transition", Id, From, To, On, Where, After, When, Reset);

    public static readonly Key<ImmutableArray<RecordReader>> Transitions = new(
        "transitions",
        new ListShape<RecordReader>("a list of transitions", Transition) { MayBeEmpty = true },
        "Tried in this order whenever something has happened."
    );

    public static readonly RecordShape Shape = new("a lifecycle", Start, Stages, Transitions);
}
