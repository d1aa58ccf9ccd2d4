using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>A scoring rule, of whichever kind; the reader knows which keys each kind may have.</summary>
internal static class RuleShape
{
    public static readonly Key<Placed<string>> Id = new(
        "id",
        Values.Reference("an id"),
        "Names the rule in outcomes and reports; unique among rules and transitions.",
        required: true
    );

    public static readonly Key<ImmutableArray<Placed<string>>> On = new(
        "on",
        Values.ActivityTypes,
        "The activities that the rule looks at: a type, a list, or `any`; or `idle`, or `midnight`. Absent: an attribute rule."
    )
    {
        Examples = ["form_submit", "any", "idle", "midnight"],
    };

    public static readonly Key<Place> When = new("when", CriterionShape.When, "Over the lead. Absent: true.");

    public static readonly Key<Place> Where = new(
        "where",
        CriterionShape.Where,
        "Over the activity's properties. Absent: true."
    );

    public static readonly Key<ImmutableArray<Placed<string>>> Changed = new(
        "changed",
        Values.OneOrMore("the name of a field, or a list of them", "the name of a field"),
        "One of these fields has another value than before; with `on: attribute_change` alone."
    );

    public static readonly Key<RecordReader> Count = new(
        "count",
        CountShape.Shape,
        "Fires only from the n-th such activity on, inside `within` if it is given."
    );

    public static readonly Key<Duration> After = new(
        "after",
        Values.Duration,
        "Idle rules: falls due so long after the last activity."
    );

    public static readonly Key<Duration> Every = new(
        "every",
        Values.Duration,
        "Idle rules: and again after each such stretch."
    );

    public static readonly Key<ImmutableArray<Placed<string>>> Of = new(
        "of",
        Values.ActivityTypeList,
        "Idle rules: only these activities count as activity."
    );

    public static readonly Key<ImmutableArray<Placed<string>>> NotOf = new(
        "notOf",
        Values.ActivityTypeList,
        "Idle rules: all activities but these count."
    );

    public static readonly Key<decimal> Points = new("points", Values.Points, "What the rule gives or takes; not 0.");

    public static readonly Key<decimal> Set = new("set", Values.Points, "Empties the ledger and writes this instead.");

    public static readonly Key<decimal> Multiply = new(
        "multiply",
        Values.Factor,
        "Empties the ledger and writes its worth times this."
    );

    public static readonly Key<bool> Keep = new(
        "keep",
        Values.Boolean,
        "Attribute rules: once true, contributes for good. Default false."
    );

    public static readonly Key<RecordReader> Limit = new(
        "limit",
        LimitShape.Shape,
        "How often, or up to how many points, the rule may fire."
    );

    public static readonly Key<bool> Once = new(
        "once",
        Values.Boolean,
        "The same as `limit: { times: 1 }`. Default false."
    );

    public static readonly Key<Duration> Expires = new(
        "expires",
        Values.Duration,
        "The points are worth 0 from this age on."
    );

    public static readonly Key<RecordReader> Decay = new(
        "decay",
        DecayShape.Shape,
        "The points lose this percentage of their first worth with every such stretch of time."
    );

    public static readonly Key<Duration> HalfLife = new("halfLife", Values.Duration, "The points halve in this time.");

    public static readonly Key<Placed<string>> Group = new(
        "group",
        Values.Reference("the name of a group"),
        "A group of the dimension, whose `min` and `max` clamp what its rules give together."
    );

    public static readonly Key<bool> Enabled = new(
        "enabled",
        Values.Boolean,
        "`false`: the rule is checked, and otherwise as if absent. Default true."
    );

    public static readonly Key<string> Note = new("note", new TextShape("a note"), "For people; changes nothing.");

    public static readonly RecordShape Shape = new(
        "a rule",
        Id,
        On,
        When,
        Where,
        Changed,
        Count,
        After,
        Every,
        Of,
        NotOf,
        Points,
        Set,
        Multiply,
        Keep,
        Limit,
        Once,
        Expires,
        Decay,
        HalfLife,
        Group,
        Enabled,
        Note
    );
}
