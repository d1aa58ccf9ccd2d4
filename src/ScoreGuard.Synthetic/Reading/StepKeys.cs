using System.Collections.Immutable;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>The keys of a step.</summary>
internal static class StepKeys
{
    private static readonly ListShape<string> Names = new(
        "a step, or a list of steps",
        new TextShape("the name of a step")
    )
    {
        OrOne = true,
    };

    public static readonly Key<string> Do = new(
        "do",
        new TextShape("an activity type"),
        "The type of the activity.",
        required: true
    )
    {
        Examples = ["web_visit", "form_submit", "email_open", "email_click", "attribute_change"],
    };

    public static readonly Key<string> Id = new(
        "id",
        new TextShape("a name for the step"),
        "What other steps call it. Default: the activity type."
    );

    public static readonly Key<ReadTiming> At = new(
        "at",
        new TimingShape(withSteps: true),
        "When it happens. Default: any time between creation and asOf."
    )
    {
        Examples = ["1d..30d after creation", "1h..3d after pricing", "5s..2m after each email_open", "any time"],
    };

    public static readonly Key<WholeRange> Times = new(
        "times",
        new WholeRangeShape(),
        "How often it happens, a number or a range. Default once."
    )
    {
        Examples = ["1..4"],
    };

    public static readonly Key<WholeRange> Every = new(
        "every",
        new GapShape(),
        "The gap from one time to the next; without it each time is drawn by itself."
    )
    {
        Examples = ["7d", "3d..7d"],
    };

    public static readonly Key<decimal> Chance = new(
        "chance",
        ValueKeys.ShareShape,
        "How likely it happens at all, from 0 to 1. Default 1."
    );

    public static readonly Key<ImmutableArray<string>> If = new("if", Names, "Only where all these steps happened.");

    public static readonly Key<ImmutableArray<string>> Unless = new(
        "unless",
        Names,
        "Only where none of these steps happens."
    );

    public static readonly Key<string> Until = new(
        "until",
        new TextShape("the name of a step"),
        "Only what is before the first time of that step."
    );

    public static readonly Key<ImmutableArray<Named<ReadValue>>> With = new(
        "with",
        new MapShape<ReadValue>("a mapping of properties by name", "property", ValueShape.Whole),
        "The activity's properties; of an attribute_change: the attributes' new values."
    );

    public static readonly RecordShape Shape = new("a step", Do, Id, At, Times, Every, Chance, If, Unless, Until, With);
}
