using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>A field: what an attribute of a lead means.</summary>
internal static class FieldShape
{
    public static readonly Key<FieldType> Type = new(
        "type",
        new ChoiceShape<FieldType>(
            "a field type",
            ("text", FieldType.Text),
            ("number", FieldType.Number),
            ("boolean", FieldType.Boolean),
            ("date", FieldType.Date)
        ),
        "What its values are. A value that cannot be read so is missing, with a note in the outcome.",
        required: true
    );

    public static readonly Key<Placed<string>> From = new(
        "from",
        Values.Reference("the name of a field"),
        "The field that this one is derived from where a lead brings no value; needs `patterns` or `bands`."
    );

    public static readonly Key<string> Match = new(
        "match",
        new PatternShape(),
        "A .NET regular expression, ignoring case; no lookaround, no backreferences.",
        required: true
    )
    {
        Examples = ["\\b(vp|vice president)\\b"],
    };

    public static readonly Key<Place> PatternValue = new(
        "value",
        Values.Literal,
        "What a match gives; absent: what the group `(?<value>…)` caught."
    );

    public static readonly Key<ImmutableArray<RecordReader>> Patterns = new(
        "patterns",
        new ListShape<RecordReader>(
            "a list of patterns such as `{ match: '\\bvp\\b', value: VP }`",
            new RecordShape("a pattern", Match, PatternValue)
        ),
        "Tried in order on the text of `from`; the first that matches gives the value."
    );

    public static readonly Key<decimal> Below = new(
        "below",
        Values.Number,
        "The band ends before this number; absent in the last band: it takes the rest."
    );

    public static readonly Key<Place> BandValue = new(
        "value",
        Values.Literal,
        "What a number in the band gives.",
        required: true
    );

    public static readonly Key<ImmutableArray<RecordReader>> Bands = new(
        "bands",
        new ListShape<RecordReader>(
            "a list of bands such as `{ below: 50, value: S }`",
            new RecordShape("a band", Below, BandValue)
        ),
        "The first band whose `below` exceeds the number of `from` gives the value."
    );

    public static readonly Key<ImmutableArray<Named<ImmutableArray<Place>>>> Synonyms = new(
        "synonyms",
        new MapShape<ImmutableArray<Place>>(
            "a mapping such as `DE: [Germany, Deutschland]`",
            "canonical value",
            new ListShape<Place>("a list of variants", Values.Literal) { MayBeEmpty = true }
        ),
        "Variants that mean the same, by the one value that criteria use. Text fields only."
    );

    public static readonly Key<Place> Default = new(
        "default",
        Values.Literal,
        "Stands, as it is, where there is still no value."
    );

    public static readonly RecordShape Shape = new("a field", Type, From, Patterns, Bands, Synonyms, Default);
}
