using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>What a value is asked: a scalar, a list, or a mapping of the keys below.</summary>
internal static class MatcherShape
{
    public static readonly RawShape Any = new("a matcher: a value, a list of values, or a mapping", "matcher", Schema);

    public static readonly Key<Place> Is = new(
        "is",
        Values.Literal,
        "Equals this value, taken literally: `is: '>= 5'` compares with that text."
    );

    public static readonly Key<Place> Not = new(
        "not",
        Any,
        "True where this matcher is false; unknown where the value is missing."
    );

    public static readonly Key<Place> In = new(
        "in",
        new RawShape("the name of a list, or a list of values", "membership", Membership),
        "Equals any value of a named list (`in: freeMail`), or of a list in place."
    );

    public static readonly Key<Place> Contains = new(
        "contains",
        Values.Literal,
        "Text: holds this text anywhere, ignoring case."
    )
    {
        Examples = ["pricing"],
    };

    public static readonly Key<Place> StartsWith = new(
        "startsWith",
        Values.Literal,
        "Text: begins with this text, ignoring case."
    )
    {
        Examples = ["/pricing"],
    };

    public static readonly Key<Place> EndsWith = new(
        "endsWith",
        Values.Literal,
        "Text: ends with this text, ignoring case."
    )
    {
        Examples = [".edu"],
    };

    public static readonly Key<Place> Matches = new(
        "matches",
        Values.Literal,
        "Text: a .NET regular expression finds a match anywhere, ignoring case; no lookaround, no backreferences."
    )
    {
        Examples = ["^vp\\b"],
    };

    public static readonly Key<ImmutableArray<Place>> Between = new(
        "between",
        new ListShape<Place>("a list of two values, the lower one first", Values.Literal),
        "Lies between two values, both included: numbers, dates or texts."
    );

    public static readonly Key<bool> Missing = new(
        "missing",
        Values.Boolean,
        "`true`: there is no value; `false`: there is one. The only question that a missing value answers."
    );

    public static readonly RecordShape Mapping = new(
        "a matcher",
        Is,
        Not,
        In,
        Contains,
        StartsWith,
        EndsWith,
        Matches,
        Between,
        Missing
    );

    private static JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JsonArray(Literal(), Literals(), Mapping.Schema(definitions)) };

    private static JsonObject Membership(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Literals()) };

    private static JsonObject Literal() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject Literals() =>
        new()
        {
            ["type"] = "array",
            ["items"] = Literal(),
            ["minItems"] = 1,
        };
}
