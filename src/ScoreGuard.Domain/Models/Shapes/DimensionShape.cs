using System.Collections.Immutable;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>A dimension of the score.</summary>
internal static class DimensionShape
{
    public static readonly Key<decimal> Start = new("start", Values.Points, "Counts from the beginning. Default 0.");

    public static readonly Key<decimal> Min = new("min", Values.Points, "The value is never below this.");

    public static readonly Key<decimal> Max = new("max", Values.Points, "The value is never above this.");

    public static readonly Key<bool> Unscored = new(
        "unscored",
        new ChoiceShape<bool>("what an unscored lead has", ("missing", true)),
        "`missing`: the value is missing until something scored, instead of `start`."
    );

    public static readonly Key<decimal> GroupMin = new(
        "min",
        Values.Points,
        "The group's rules together give at least this."
    );

    public static readonly Key<decimal> GroupMax = new(
        "max",
        Values.Points,
        "The group's rules together give at most this."
    );

    public static readonly RecordShape Group = new("a group", GroupMin, GroupMax);

    public static readonly Key<ImmutableArray<Named<RecordReader>>> Groups = new(
        "groups",
        new MapShape<RecordReader>("a mapping of groups such as `persona: { max: 40 }`", "group", Group),
        "Rules that are clamped together, by name."
    );

    public static readonly Key<ImmutableArray<RecordReader>> Rules = new(
        "rules",
        new ListShape<RecordReader>("a list of rules", RuleShape.Shape) { MayBeEmpty = true },
        "In the order in which they are asked."
    );

    public static readonly Key<ImmutableArray<Named<decimal>>> Sum = new(
        "sum",
        new MapShape<decimal>("a mapping of dimensions to weights such as `fit: 1`", "dimension", Values.Factor),
        "The weighted sum of other dimensions; then only `min` and `max` may stand beside it."
    );

    public static readonly RecordShape Shape = new("a dimension", Start, Min, Max, Unscored, Groups, Rules, Sum);
}
