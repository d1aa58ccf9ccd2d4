using System.Collections.Immutable;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Domain.Workspaces;

/// <summary>The form of <c>scoreguard.yaml</c>: what the reader checks and what editors offer.</summary>
public static class WorkspaceShape
{
    internal static readonly Key<long> Version = new(
        "scoreguard",
        new WholeShape("the version of the form", 1, 1),
        "The version of this form: 1.",
        required: true
    )
    {
        Examples = ["1"],
    };

    internal static readonly Key<string> Name = new(
        "name",
        new TextShape("a name"),
        "What people call this configuration; reports show it.",
        required: true
    );

    internal static readonly Key<string> Model = new(
        "model",
        new TextShape("a path"),
        "The scoring model, relative to this file. Default: model.yaml."
    );

    internal static readonly Key<string> Leads = new(
        "leads",
        new TextShape("a path"),
        "The lead plan, or a .jsonl file of leads (then with asOf), relative to this file. Default: leads.yaml."
    );

    internal static readonly Key<Instant> AsOf = new(
        "asOf",
        new InstantShape(),
        "Up to when the leads of a .jsonl file are replayed. A lead plan says so itself."
    );

    internal static readonly Key<ImmutableArray<string>> Stages = new(
        "stages",
        new ListShape<string>("a list of stages", new TextShape("a stage")) { OrOne = true },
        "A lead that enters one of these has reached Sales.",
        required: true
    );

    internal static readonly Key<RecordReader> Sales = new(
        "sales",
        new RecordShape("the sales line", Stages),
        "Where Sales begins. Default: the stages that the model routes, else a stage called MQL."
    );

    internal static readonly Key<ImmutableArray<Named<decimal>>> Tolerance = new(
        "tolerance",
        new MapShape<decimal>(
            "a mapping of scores to points",
            "score",
            new NumberShape("a number of points")
            {
                AtLeast = 0,
                AtMost = 1_000_000_000,
                Decimals = 3,
            }
        ),
        "How far a score may move, in points, before it counts as drift. Default: 0."
    );

    internal static readonly Key<long> ReportLeads = new(
        "leads",
        new WholeShape("a number of leads", 0, 1000),
        "How many changed leads a report shows; drift.csv has all. Default: 50."
    );

    internal static readonly Key<RecordReader> Report = new(
        "report",
        new RecordShape("the report's settings", ReportLeads),
        "What reports show."
    );

    internal static readonly Key<string> Marketing = new(
        "marketing",
        new TextShape("a name"),
        "Who keeps the scoring model: a person, a team, an address."
    );

    internal static readonly Key<string> SalesOwner = new(
        "sales",
        new TextShape("a name"),
        "Who speaks for those that get the leads."
    );

    internal static readonly Key<RecordReader> Owners = new(
        "owners",
        new RecordShape("the owners", Marketing, SalesOwner),
        "Who acts when something drifts; reports address them."
    );

    internal static readonly Key<RecordReader> Target = new(
        "target",
        TargetShape.Root,
        "What scores the leads. Default: the model file, evaluated here."
    );

    internal static readonly RecordShape Root = new(
        "a workspace",
        Version,
        Name,
        Model,
        Leads,
        AsOf,
        Sales,
        Tolerance,
        Report,
        Owners,
        Target
    );

    /// <summary>The JSON Schema of the form, for editors.</summary>
    public static string SchemaJson() =>
        SchemaDefinitions.Document("ScoreGuard workspace", Root).ToJsonString(Indented);

    private static System.Text.Json.JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };
}
