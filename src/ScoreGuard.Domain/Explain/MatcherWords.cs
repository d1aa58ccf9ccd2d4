using System.Diagnostics;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>What a value is asked, as the rest of a sentence: <c>is DE or US</c>, <c>at least 100</c>.</summary>
internal static class MatcherWords
{
    public static string Of(Matcher matcher) =>
        matcher switch
        {
            Matcher.Equal equal => $"is {Of(equal.Value)}",
            Matcher.OneOf { List: { } list } => $"is in list {PlainWords.Name(list)}",
            Matcher.OneOf oneOf => $"is {PlainWords.Or(oneOf.Values.Select(Of))}",
            Matcher.Compare compare => $"{Of(compare.Sign)} {Of(compare.Value)}",
            Matcher.Between between => $"between {Of(between.Low)} and {Of(between.High)}",
            Matcher.Contains contains => $"contains {PlainWords.Quoted(contains.Value)}",
            Matcher.StartsWith startsWith => $"starts with {PlainWords.Quoted(startsWith.Value)}",
            Matcher.EndsWith endsWith => $"ends with {PlainWords.Quoted(endsWith.Value)}",
            Matcher.Matches matches => $"matches the pattern {PlainWords.Quoted(matches.Pattern)}",
            Matcher.IsMissing missing => missing.Value ? "is missing" : "is known",
            Matcher.Not not => Negated(not.Inner),
            Matcher.AllOf { Parts.IsEmpty: true } => "is anything",
            Matcher.AllOf all => string.Join(" and ", all.Parts.Select(Of)),
            _ => throw new UnreachableException(),
        };

    public static string Of(Operand operand) =>
        operand switch
        {
            Operand.Text text => PlainWords.Text(text.Value),
            Operand.Number number => PlainWords.Number(number.Value),
            Operand.Boolean boolean => boolean.Value ? "true" : "false",
            Operand.Date date => date.Value.ToString(),
            _ => throw new UnreachableException(),
        };

    private static string Of(Comparison sign) =>
        sign switch
        {
            Comparison.Less => "below",
            Comparison.LessOrEqual => "at most",
            Comparison.Greater => "above",
            Comparison.GreaterOrEqual => "at least",
            Comparison.NotEqual => "is not",
            _ => throw new UnreachableException(),
        };

    private static string Negated(Matcher inner) =>
        inner switch
        {
            Matcher.Equal equal => $"is not {Of(equal.Value)}",
            Matcher.OneOf { List: { } list } => $"is not in list {PlainWords.Name(list)}",
            Matcher.OneOf { Values.Length: 1 } oneOf => $"is not {Of(oneOf.Values[0])}",
            Matcher.OneOf oneOf => $"is none of {PlainWords.Or(oneOf.Values.Select(Of))}",
            Matcher.Contains contains => $"does not contain {PlainWords.Quoted(contains.Value)}",
            Matcher.StartsWith startsWith => $"does not start with {PlainWords.Quoted(startsWith.Value)}",
            Matcher.EndsWith endsWith => $"does not end with {PlainWords.Quoted(endsWith.Value)}",
            Matcher.Matches matches => $"does not match the pattern {PlainWords.Quoted(matches.Pattern)}",
            _ => $"not ({Of(inner)})",
        };
}
