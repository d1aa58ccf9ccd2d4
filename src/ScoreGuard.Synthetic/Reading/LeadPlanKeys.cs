using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>The keys of a lead plan: what the reader reads by and what editors are told.</summary>
internal static class LeadPlanKeys
{
    private static readonly ListShape<ReadStep> Steps = new("a list of steps", new StepShape()) { MayBeEmpty = true };

    public static readonly Key<long> Version = new(
        "leadPlan",
        new WholeShape("the version of the form", 1, 1),
        "The version of this form: 1.",
        required: true
    );

    public static readonly Key<string> Name = new("name", new TextShape("a name"), "What you call the plan.");

    public static readonly Key<long> Seed = new(
        "seed",
        new WholeShape("a seed", 0, 9_007_199_254_740_991),
        "Another seed makes other leads of the same kind.",
        required: true
    );

    public static readonly Key<long> Count = new(
        "count",
        new WholeShape("a number of leads", 1, LeadPlan.MaxCount),
        "How many leads are made, the pinned ones not counted.",
        required: true
    );

    public static readonly Key<Instant> AsOf = new(
        "asOf",
        new InstantShape(),
        "Now, for every lead: nothing happens later.",
        required: true
    );

    public static readonly Key<ReadTiming> Created = new(
        "created",
        new TimingShape(withSteps: false),
        "When leads are created. Default: 0..90d before asOf."
    )
    {
        Examples = ["1d..120d before asOf"],
    };

    public static readonly Key<ImmutableArray<Weighted<Locale>>> Locale = new(
        "locale",
        new WeightsShape<Locale>("a locale, or locales with weights", new LocaleShape()),
        "Where leads are from: a locale, or locales with weights. Default en_US."
    );

    public static readonly Key<ImmutableArray<Named<ReadValue>>> Attributes = new(
        "attributes",
        new MapShape<ReadValue>("a mapping of attributes by name", "attribute", ValueShape.Whole),
        "What leads have, in this order."
    );

    public static readonly Key<ImmutableArray<Named<ImmutableArray<ReadStep>>>> Journeys = new(
        "journeys",
        new MapShape<ImmutableArray<ReadStep>>("a mapping of journeys by name", "journey", Steps),
        "Lists of steps that personas share."
    );

    public static readonly Key<string> Pinned = new(
        "pinned",
        new TextShape("the name of a file"),
        "A JSON Lines file of hand-written leads, relative to the plan."
    );

    public static readonly Key<decimal> Share = new(
        "share",
        WeightsShape<Locale>.Weight,
        "The persona's weight among the personas.",
        required: true
    );

    public static readonly Key<ImmutableArray<Named<decimal>>> Taken = new(
        "journeys",
        new MapShape<decimal>("journeys with their chances", "journey", ValueKeys.ShareShape),
        "The shared journeys that these leads take, each with its chance from 0 to 1."
    );

    public static readonly Key<ImmutableArray<ReadStep>> Journey = new("journey", Steps, "Steps of the persona's own.");

    public static readonly RecordShape PersonaShape = new(
        "a persona",
        Share,
        Created,
        Locale,
        Attributes,
        Taken,
        Journey
    );

    public static readonly Key<ImmutableArray<Named<RecordReader>>> Personas = new(
        "personas",
        new MapShape<RecordReader>("a mapping of personas by name", "persona", PersonaShape),
        "Who the leads are.",
        required: true
    );

    public static readonly RecordShape Root = new(
        "a lead plan",
        Version,
        Name,
        Seed,
        Count,
        AsOf,
        Created,
        Locale,
        Pinned,
        Attributes,
        Journeys,
        Personas
    );
}
