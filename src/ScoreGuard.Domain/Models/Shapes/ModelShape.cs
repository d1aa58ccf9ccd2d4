using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>The sections of a model. Reading, unknown keys, required keys and the editor schema all come from here.</summary>
internal static class ModelShape
{
    public static readonly Key<decimal> Version = new(
        "scoreguard",
        new VersionShape(),
        "The version of this form: 1.",
        required: true
    );

    public static readonly Key<string> Name = new(
        "name",
        new TextShape("a name"),
        "What people call this model.",
        required: true
    );

    public static readonly Key<ImmutableArray<Named<RecordReader>>> Fields = new(
        "fields",
        new MapShape<RecordReader>("a mapping of fields such as `country: { type: text }`", "field", FieldShape.Shape),
        "The attributes that criteria may use, and what they mean."
    );

    public static readonly Key<ImmutableArray<Named<ImmutableArray<Place>>>> Lists = new(
        "lists",
        new MapShape<ImmutableArray<Place>>(
            "a mapping of lists such as `freeMail: [gmail.com]`",
            "list",
            new ListShape<Place>("a list of values", Values.Literal)
        ),
        "Named lists of values, for `in`."
    );

    public static readonly Key<ImmutableArray<Named<Place>>> Segments = new(
        "segments",
        new MapShape<Place>("a mapping of segments such as `enterprise: { size: L }`", "segment", CriterionShape.When),
        "Named criteria, for `segment`."
    );

    public static readonly Key<ImmutableArray<Named<RecordReader>>> Scores = new(
        "scores",
        new MapShape<RecordReader>(
            "a mapping of dimensions such as `fit: { rules: [] }`",
            "dimension",
            DimensionShape.Shape
        ),
        "The dimensions of the score, in the order in which they are worked out."
    );

    public static readonly Key<ImmutableArray<Named<ImmutableArray<Named<decimal?>>>>> Labels = new(
        "labels",
        new MapShape<ImmutableArray<Named<decimal?>>>(
            "a mapping of dimensions to labels such as `total: { hot: 80 }`",
            "dimension",
            BandsShape.Bands
        ),
        "Words for the values of a dimension, by lower bound; `~`: from minus infinity."
    );

    public static readonly Key<RecordReader> Grade = new(
        "grade",
        BandsShape.Grade,
        "Row band followed by column band, as in `A1`."
    );

    public static readonly Key<RecordReader> Lifecycle = new(
        "lifecycle",
        LifecycleShape.Shape,
        "The stages that a lead passes, and the ways between them."
    );

    public static readonly Key<RecordReader> Routing = new(
        "routing",
        RoutingShape.Shape,
        "Who gets a lead that enters a stage."
    );

    public static readonly Key<ImmutableArray<Named<RecordReader>>> Calendars = new(
        "calendars",
        new MapShape<RecordReader>("a mapping of calendars by name", "calendar", CalendarShape.Shape),
        "When people work, for SLAs."
    );

    public static readonly Key<ImmutableArray<RecordReader>> Sla = new(
        "sla",
        new ListShape<RecordReader>("a list of SLAs", SlaShape.Shape) { MayBeEmpty = true },
        "How soon somebody has to act on a lead."
    );

    public static readonly RecordShape Shape = new(
        "a model",
        Version,
        Name,
        Fields,
        Lists,
        Segments,
        Scores,
        Labels,
        Grade,
        Lifecycle,
        Routing,
        Calendars,
        Sla
    );
}
