using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>The numbers (dates in milliseconds) that a matcher compares with.</summary>
internal static class MatcherConstants
{
    public static IEnumerable<decimal> Of(Matcher matcher) =>
        matcher switch
        {
            Matcher.Equal equal => Of(equal.Value),
            Matcher.OneOf oneOf => oneOf.Values.SelectMany(Of),
            Matcher.Compare compare => Of(compare.Value),
            Matcher.Between between => Of(between.Low).Concat(Of(between.High)),
            Matcher.Not not => Of(not.Inner),
            Matcher.AllOf allOf => allOf.Parts.SelectMany(Of),
            _ => [],
        };

    private static IEnumerable<decimal> Of(Operand operand) =>
        operand switch
        {
            Operand.Number number => [number.Value],
            Operand.Date date => [date.Value.UnixMilliseconds],
            _ => [],
        };
}
