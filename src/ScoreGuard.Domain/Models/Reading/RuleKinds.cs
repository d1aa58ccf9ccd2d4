using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Which keys belong to which kinds of rules; a key that is not here belongs to all.</summary>
internal static class RuleKinds
{
    private static readonly ImmutableArray<(RecordKey Key, RuleKind Kinds)> Keys =
    [
        (RuleShape.Where, RuleKind.Activity),
        (RuleShape.Changed, RuleKind.Activity),
        (RuleShape.Count, RuleKind.Activity),
        (RuleShape.After, RuleKind.Idle),
        (RuleShape.Every, RuleKind.Idle),
        (RuleShape.Of, RuleKind.Idle),
        (RuleShape.NotOf, RuleKind.Idle),
        (RuleShape.Keep, RuleKind.Attribute),
        (RuleShape.Set, RuleKind.Firing),
        (RuleShape.Multiply, RuleKind.Firing),
        (RuleShape.Limit, RuleKind.Firing),
        (RuleShape.Once, RuleKind.Firing),
        (RuleShape.Expires, RuleKind.Firing),
        (RuleShape.Decay, RuleKind.Firing),
        (RuleShape.HalfLife, RuleKind.Firing),
    ];

    /// <summary>The keys that a rule has and its kind has not, each with a message.</summary>
    public static IEnumerable<(RecordKey Key, string Message)> Misplaced(RecordReader rule, RuleKind kind) =>
        from row in Keys
        where rule.Has(row.Key) && !row.Kinds.HasFlag(kind)
        select (
            row.Key,
            $"{Quote.Code(row.Key.Name)} means nothing on {Noun(kind)}; only {Owners(row.Kinds)} have it."
        );

    public static string Noun(RuleKind kind) =>
        kind switch
        {
            RuleKind.Attribute => "an attribute rule (one without `on`)",
            RuleKind.Activity => "an activity rule",
            RuleKind.Idle => "an idle rule (`on: idle`)",
            RuleKind.Midnight => "a midnight rule (`on: midnight`)",
            _ => "a rule",
        };

    private static string Owners(RuleKind kinds) =>
        kinds switch
        {
            RuleKind.Attribute => "attribute rules (those without `on`)",
            RuleKind.Activity => "activity rules",
            RuleKind.Idle => "idle rules (`on: idle`)",
            _ => "activity, idle and midnight rules",
        };
}
