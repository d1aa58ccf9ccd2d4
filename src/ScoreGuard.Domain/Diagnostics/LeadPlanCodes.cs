namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with a lead plan or its pinned leads beyond the form of the document.</summary>
public static class LeadPlanCodes
{
    public static readonly CodeArea Area = new("Lead plans", "SG40");

    public static readonly DiagnosticCode NoWeight = Area.Define(
        "SG4001",
        "Weights that sum to nothing",
        "Give at least one of them a weight above 0."
    );

    public static readonly DiagnosticCode UnknownLocale = Area.Define(
        "SG4002",
        "A locale that is not known",
        "Use one of the locales in docs/lead-plans.md."
    );

    public static readonly DiagnosticCode BadTime = Area.Define(
        "SG4003",
        "Not a time of a journey",
        "Write `1d..3d after creation`, `2h before asOf`, `any time`, or two instants with `..` between them."
    );

    public static readonly DiagnosticCode BadRange = Area.Define(
        "SG4004",
        "Not a range",
        "Write two ends with `..` between them, as in `1..4` or `3d..7d`."
    );

    public static readonly DiagnosticCode ReversedRange = Area.Define(
        "SG4005",
        "A range that ends before it begins",
        "Put the smaller end first."
    );

    public static readonly DiagnosticCode NotOneSource = Area.Define(
        "SG4006",
        "A value with no source, or with several",
        "Keep exactly one of the keys that the message names."
    );

    public static readonly DiagnosticCode UselessKey = Area.Define(
        "SG4007",
        "A key that does nothing beside these",
        "Remove it, or use it with the key that the message names."
    );

    public static readonly DiagnosticCode UnknownAttribute = Area.Define(
        "SG4008",
        "A reference to an attribute that the persona does not have",
        "Correct its spelling, or add the attribute."
    );

    public static readonly DiagnosticCode UnknownStep = Area.Define(
        "SG4009",
        "A reference to a step that the persona does not have",
        "Correct its spelling, or give the step meant that `id`."
    );

    public static readonly DiagnosticCode UnknownJourney = Area.Define(
        "SG4010",
        "A journey that the plan does not have",
        "Correct its spelling, or add it under `journeys`."
    );

    public static readonly DiagnosticCode Circle = Area.Define(
        "SG4011",
        "Attributes or steps that wait for each other",
        "Break the circle that the message shows at one of its links."
    );

    public static readonly DiagnosticCode NeverFits = Area.Define(
        "SG4012",
        "A step that can never happen",
        "Bring its time between the earliest creation and `asOf`."
    );

    public static readonly DiagnosticCode RepeatedStep = Area.Define(
        "SG4013",
        "Several steps of one name",
        "Give each step that others refer to an `id` of its own."
    );

    public static readonly DiagnosticCode ForeignAddress = Area.Define(
        "SG4014",
        "An e-mail address that may belong to somebody",
        "Use example.com, .net or .org, or a domain that ends in .example, .test or .invalid."
    );

    public static readonly DiagnosticCode BadTemplate = Area.Define(
        "SG4015",
        "A text whose braces do not match",
        "Write `{attribute}`, and `{{` or `}}` for a brace itself."
    );

    public static readonly DiagnosticCode SharesAboveOne = Area.Define(
        "SG4016",
        "Shares of missing, blank and dirty values above 1",
        "Lower them: each lead's value is spoilt in one way at most."
    );

    public static readonly DiagnosticCode ReservedName = Area.Define(
        "SG4017",
        "A name that means something else",
        "Choose another name."
    );

    public static readonly DiagnosticCode TooManyActivities = Area.Define(
        "SG4018",
        "More than 100,000 activities a lead",
        "Lower `times`, or the steps that happen `after each` other."
    );

    public static readonly DiagnosticCode CreatedTooLate = Area.Define(
        "SG4019",
        "Leads created outside their time",
        "Let leads be created at or before `asOf`, and not before 1970."
    );

    public static readonly DiagnosticCode UnusedJourney = Area.Define(
        "SG4020",
        "A journey that nobody takes",
        "Name it under the `journeys` of a persona, or remove it."
    );

    public static readonly DiagnosticCode TooMany = Area.Define(
        "SG4021",
        "More personas, attributes or steps than a plan may have",
        "Split the plan: at most 200 personas, each with at most 1,000 attributes and 500 steps."
    );

    public static readonly DiagnosticCode PinnedLine = Area.Define(
        "SG4030",
        "A pinned lead that is no lead",
        "Write one JSON object a line, as section 1 of the model specification says."
    );

    public static readonly DiagnosticCode PinnedId = Area.Define(
        "SG4031",
        "A pinned lead's id that is taken",
        "Give it an id that no other lead has and that is no `L` and a number."
    );

    public static readonly DiagnosticCode PinnedTime = Area.Define(
        "SG4032",
        "A pinned lead outside its time",
        "Keep creation at or before every activity, and every activity at or before `asOf`."
    );
}
