using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>Who gets a lead.</summary>
internal static class RoutingShape
{
    public static readonly Key<ImmutableArray<Placed<string>>> On = new(
        "on",
        Values.StageList,
        "Stages whose entry is routed.",
        required: true
    );

    public static readonly Key<Placed<string>> Id = new(
        "id",
        Values.Reference("an id"),
        "Names the routing rule in outcomes.",
        required: true
    );

    public static readonly Key<Place> When = new("when", CriterionShape.When, "Over the lead. Absent: true.");

    public static readonly Key<string> To = new(
        "to",
        new TextShape("the name of who gets the lead"),
        "Who gets the lead: a person, a queue, a team.",
        required: true
    );

    public static readonly Key<Duration> Alert = new("alert", Values.Duration, "An alert is due so long after.");

    public static readonly Key<ImmutableArray<RecordReader>> Rules = new(
        "rules",
        new ListShape<RecordReader>("a list of routing rules", new RecordShape("a routing rule", Id, When, To, Alert))
        {
            MayBeEmpty = true,
        },
        "The first whose `when` is true routes the lead."
    );

    public static readonly Key<string> Default = new(
        "default",
        new TextShape("the name of who gets the lead"),
        "Who gets a lead that no rule takes. Absent: nobody."
    );

    public static readonly RecordShape Shape = new("a routing", On, Rules, Default);
}
