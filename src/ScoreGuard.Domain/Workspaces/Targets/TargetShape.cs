using System.Collections.Immutable;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>The form of a workspace's <c>target</c>.</summary>
internal static class TargetShape
{
    private static readonly TextShape Property = new("a property of the platform");

    private static readonly MapShape<string> Constants = new(
        "a mapping of the platform's properties to values",
        "property",
        new TextShape("a text")
    );

    public static readonly Key<TargetType> Type = new(
        "type",
        new ChoiceShape<TargetType>(
            "a target",
            ("model", TargetType.Model),
            ("http", TargetType.Http),
            ("hubspot", TargetType.HubSpot),
            ("marketo", TargetType.Marketo),
            ("salesforce", TargetType.Salesforce),
            ("mautic", TargetType.Mautic)
        ),
        "What scores the leads: a model evaluated here, a service, or a platform.",
        required: true
    );

    public static readonly Key<TargetUse> Use = new(
        "use",
        new ChoiceShape<TargetUse>("a use", ("read", TargetUse.Read), ("replay", TargetUse.Replay)),
        "read: its configuration is evaluated here, nothing is written; replay: leads are put into it. Default: replay."
    );

    public static readonly Key<string> Connection = new(
        "connection",
        new TextShape("a name"),
        "Names the settings SCOREGUARD_CONNECTION_NAME_URL and so on that hold address and secrets."
    );

    public static readonly Key<string> Url = new(
        "url",
        new TextShape("an https address"),
        "Of a model that is fetched on every run."
    );

    public static readonly Key<string> Integrity = new(
        "integrity",
        new TextShape("a digest"),
        "What the fetched model must hash to: sha256: and 64 hexadecimal digits. Default: any."
    );

    public static readonly Key<string> AddressField = new(
        "address",
        Property,
        "The platform's property for the e-mail address. Default: email."
    );

    public static readonly Key<string> AddressDomain = new(
        "domain",
        new TextShape("a domain"),
        "What stands behind the @ of every address: a subdomain of yours without a mail server, or one that ends in .invalid. A replay needs it."
    );

    public static readonly Key<string> RunField = new(
        "run",
        Property,
        "The platform's property that carries the run's mark, so that records can be found again. A replay needs it."
    );

    public static readonly Key<ImmutableArray<Named<string>>> LeadFields = new(
        "fields",
        new MapShape<string>("a mapping of attributes to the platform's properties", "attribute", Property),
        "Which attribute of a lead goes to which property. Default: none but the address and the mark."
    );

    public static readonly Key<ImmutableArray<Named<string>>> LeadConstants = new(
        "set",
        Constants,
        "What every record is given: above all what keeps it away from Sales."
    );

    public static readonly Key<RecordReader> Leads = new(
        "lead",
        new RecordShape("the mapping of leads", AddressField, AddressDomain, RunField, LeadFields, LeadConstants),
        "How a synthetic lead becomes a record."
    );

    public static readonly Key<string> SignalActivity = new(
        "activity",
        new TextShape("a type of activity"),
        "The activity of a lead.",
        required: true
    );

    public static readonly Key<SignalKind> SignalAs = new(
        "as",
        new ChoiceShape<SignalKind>(
            "a signal",
            ("update", SignalKind.Update),
            ("form", SignalKind.Form),
            ("event", SignalKind.Event),
            ("visit", SignalKind.Visit),
            ("member", SignalKind.Member),
            ("request", SignalKind.Request),
            ("task", SignalKind.Task),
            ("stage", SignalKind.Stage)
        ),
        "What happens on the platform.",
        required: true
    );

    public static readonly Key<string> SignalName = new(
        "name",
        new TextShape("a name"),
        "Which form, event, campaign, programme or page."
    );

    public static readonly Key<ImmutableArray<Named<string>>> SignalWhere = new(
        "where",
        new MapShape<string>("a mapping of an activity's properties to values", "property", new TextShape("a text")),
        "Only activities with these values. The first mapping that fits is taken."
    );

    public static readonly Key<ImmutableArray<Named<string>>> SignalFields = new(
        "fields",
        new MapShape<string>("a mapping of an activity's properties to the platform's", "property", Property),
        "Which property of the activity goes where."
    );

    public static readonly Key<ImmutableArray<Named<string>>> SignalConstants = new(
        "set",
        Constants,
        "What every such signal carries."
    );

    public static readonly Key<ImmutableArray<RecordReader>> Signals = new(
        "signals",
        new ListShape<RecordReader>(
            "a list of signals",
            new RecordShape(
                "a signal",
                SignalActivity,
                SignalAs,
                SignalName,
                SignalWhere,
                SignalFields,
                SignalConstants
            )
        ),
        "How activities happen on the platform. A lead with an activity that no entry fits is not testable here."
    );

    public static readonly Key<string> ValueField = new("field", Property, "The property.", required: true);

    public static readonly Key<ImmutableArray<Named<string>>> Values = new(
        "values",
        new MapShape<string>("a mapping of the platform's values to ours", "value", new TextShape("a name")),
        "What the platform's values are called here. Default: as on the platform."
    );

    public static readonly Key<ImmutableArray<string>> Order = new(
        "order",
        new ListShape<string>("a list of stages", new TextShape("a stage")),
        "Our stages from the first to the last, for reports."
    );

    public static readonly Key<ImmutableArray<Named<string>>> Scores = new(
        "scores",
        new MapShape<string>("a mapping of scores to the platform's properties", "score", Property),
        "Scores by the name that reports use, each with its property."
    );

    public static readonly Key<ImmutableArray<Named<string>>> Labels = new(
        "labels",
        new MapShape<string>("a mapping of scores to the properties of their labels", "score", Property),
        "Labels of scores, each with its property."
    );

    public static readonly Key<string> Grade = new("grade", Property, "The property that holds the grade.");

    public static readonly Key<RecordReader> Stage = new(
        "stage",
        new RecordShape("the stage", ValueField, Values, Order),
        "The property that holds the lifecycle stage."
    );

    public static readonly Key<RecordReader> Route = new(
        "route",
        new RecordShape("the route", ValueField, Values),
        "The property that says who gets the lead. Read it only where routing is under test."
    );

    public static readonly Key<ImmutableArray<string>> Expected = new(
        "expect",
        new ListShape<string>("a list of the platform's properties", Property) { MayBeEmpty = true },
        "Properties that have a value once a record has settled. Default: those of all scores."
    );

    public static readonly Key<RecordReader> Outcome = new(
        "outcome",
        new RecordShape("the mapping of outcomes", Scores, Labels, Grade, Stage, Route, Expected),
        "What is read back, and what it is called in reports."
    );

    public static readonly Key<Duration> Wait = new(
        "wait",
        new DurationShape(),
        "Before the first look. Default: as the platform needs."
    );

    public static readonly Key<Duration> Every = new("every", new DurationShape(), "Between two looks. Default: 1m.");

    public static readonly Key<long> Unchanged = new(
        "unchanged",
        new WholeShape("a number of looks", 1, 20),
        "Looks in a row that must agree. Default: 3."
    );

    public static readonly Key<Duration> Deadline = new(
        "deadline",
        new DurationShape(),
        "After which a lead that has not settled breaks the run. Default: 1h."
    );

    public static readonly Key<RecordReader> Settle = new(
        "settle",
        new RecordShape("the settling", Wait, Every, Unchanged, Deadline),
        "When a record's outcome counts."
    );

    public static readonly Key<long> CallsPerRun = new(
        "run",
        new WholeShape("a number of calls", 1, 10_000_000),
        "Most calls of one run. Default: 10000."
    );

    public static readonly Key<long> CallsPerDay = new(
        "day",
        new WholeShape("a number of calls", 1, 10_000_000),
        "Most calls of all runs in a day (UTC). Default: 20000."
    );

    public static readonly Key<RecordReader> Budget = new(
        "budget",
        new RecordShape("the budget", CallsPerRun, CallsPerDay),
        "How many calls of the platform's API may be taken."
    );

    public static readonly Key<string> CanaryLead = new(
        "lead",
        new TextShape("a lead"),
        "Its id. Default: the first that can be tested and has an activity."
    );

    public static readonly Key<string> CanaryScore = new(
        "score",
        new TextShape("a score"),
        "The score that must move. Default: any."
    );

    public static readonly Key<RecordReader> Canary = new(
        "canary",
        new RecordShape("the canary", CanaryLead, CanaryScore),
        "A lead whose score must move: an idle platform otherwise looks like a stable one."
    );

    public static readonly Key<long> Confirm = new(
        "confirm",
        new WholeShape("a number of leads", 0, 1000),
        "Most drifted leads that are replayed a second time before they count. Default: 100."
    );

    public static readonly Key<SignalTimes> Times = new(
        "times",
        new ChoiceShape<SignalTimes>("a choice", ("keep", SignalTimes.Keep), ("now", SignalTimes.Now)),
        "keep: activities lie as far back as in the lead; now: they happen now, in their order. Default: keep."
    );

    public static readonly Key<CleanUp> CleanUpBy = new(
        "cleanUp",
        new ChoiceShape<CleanUp>("a choice", ("archive", CleanUp.Archive), ("erase", CleanUp.Erase)),
        "archive: as the platform can undo; erase: for ever. Default: archive."
    );

    public static readonly Key<ImmutableArray<Named<string>>> Options = new(
        "options",
        new MapShape<string>(
            "a mapping of the platform's own options",
            "option",
            new TextShape("a text, a number, true or false") { TakesAnyScalar = true }
        ),
        "What only this platform knows; docs/targets has a page for each."
    );

    public static readonly RecordShape Root = new(
        "a target",
        Type,
        Use,
        Connection,
        Url,
        Integrity,
        Leads,
        Signals,
        Outcome,
        Settle,
        Budget,
        Canary,
        Confirm,
        Times,
        CleanUpBy,
        Options
    );
}
