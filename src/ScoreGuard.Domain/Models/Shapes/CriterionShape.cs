using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>Criteria: a mapping whose keys are fixed words, prefixed names, or names of fields or properties.</summary>
internal static class CriterionShape
{
    public const string VisitsPrefix = "visits.";
    public const string ScorePrefix = "score.";
    public const string LabelPrefix = "label.";

    public static readonly RawShape When = new("a criterion, a mapping such as `country: DE`", "when", WhenSchema);

    public static readonly RawShape Where = new(
        "a criterion over the activity's properties, a mapping such as `form: demo-request`",
        "where",
        WhereSchema
    );

    public static readonly Key<ImmutableArray<Placed<string>>> Segment = new(
        "segment",
        Values.OneOrMore("the name of a segment, or a list of them", "the name of a segment"),
        "The criteria of this segment hold; of a list: those of any of them."
    );

    public static readonly Key<Place> Stage = new(
        "stage",
        MatcherShape.Any,
        "The current lifecycle stage satisfies the matcher."
    );

    public static readonly Key<Place> Did = new(
        "did",
        new RawShape(DidShape.Noun, "did", definitions => DidShape.Shape.Schema(definitions)),
        "At least `atLeast` such activities happened up to now, inside `within` if it is given."
    );

    public static readonly Key<Place> Grade = new(
        "grade",
        MatcherShape.Any,
        "The grade (as `A1`) satisfies the matcher; not in attribute rules."
    );

    public static readonly Key<ImmutableArray<Place>> All = new(
        "all",
        new ListShape<Place>("a list of criteria", When),
        "Every one of these criteria holds."
    );

    public static readonly Key<ImmutableArray<Place>> Any = new(
        "any",
        new ListShape<Place>("a list of criteria", When),
        "At least one of these criteria holds."
    );

    public static readonly Key<Place> Not = new("not", When, "These criteria are false.");

    /// <summary>The keys that mean the same in every <c>when</c>; no field may be called like one.</summary>
    public static readonly ImmutableArray<RecordKey> Words = [Segment, Stage, Did, Grade, All, Any, Not];

    /// <summary>What keys may begin with, and what each asks.</summary>
    public static readonly ImmutableArray<(string Prefix, string Summary)> Prefixes =
    [
        (VisitsPrefix, "How often the lead entered this stage."),
        (ScorePrefix, "The value of this dimension; not in attribute rules."),
        (LabelPrefix, "The label of this dimension's value; not in attribute rules."),
    ];

    public static bool IsReserved(string field) =>
        Words.Any(word => string.Equals(word.Name, field, StringComparison.Ordinal))
        || Prefixes.Any(prefix => field.StartsWith(prefix.Prefix, StringComparison.Ordinal));

    private static JsonObject WhenSchema(SchemaDefinitions definitions)
    {
        var patterns = new JsonObject();
        foreach (var (prefix, summary) in Prefixes)
        {
            var matcher = MatcherShape.Any.Schema(definitions);
            patterns[$"^{prefix.Replace(".", "\\.", StringComparison.Ordinal)}"] = new JsonObject
            {
                ["allOf"] = new JsonArray(matcher),
                ["description"] = summary,
            };
        }

        var schema = Open(Words, definitions);
        schema["patternProperties"] = patterns;
        return schema;
    }

    private static JsonObject WhereSchema(SchemaDefinitions definitions)
    {
        var list = new ListShape<Place>("a list of criteria", Where);
        return Open(
            [
                new Key<ImmutableArray<Place>>(All.Name, list, All.Summary),
                new Key<ImmutableArray<Place>>(Any.Name, list, Any.Summary),
                new Key<Place>(Not.Name, Where, Not.Summary),
            ],
            definitions
        );
    }

    private static JsonObject Open(IEnumerable<RecordKey> keys, SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties[key.Name] = RecordShape.Described(key, key.Shape.Schema(definitions));
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = MatcherShape.Any.Schema(definitions),
        };
    }
}
