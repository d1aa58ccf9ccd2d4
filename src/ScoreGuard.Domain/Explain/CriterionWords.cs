using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>Criteria as people say them: <c>country is DE or US and score total at least 100</c>.</summary>
/// <remarks>Criteria that ask different things read differently; those that differ in form alone may read alike.</remarks>
public static class CriterionWords
{
    /// <summary>The whole criterion; null (absent) and the empty conjunction read <c>always</c>.</summary>
    public static string Of(Criterion? criterion) => criterion is null ? "always" : Of(criterion, nested: false);

    /// <summary>Which activities: <c>form_submit or email_click</c>, <c>any activity</c>.</summary>
    public static string Of(ActivityTypes types) =>
        types.IsAny ? "any activity" : PlainWords.Or(types.Names.Select(PlainWords.Name));

    /// <summary>The parts of the outermost conjunction, nested ones flattened; empty: always true.</summary>
    internal static ImmutableArray<Criterion> Parts(Criterion? criterion) =>
        criterion switch
        {
            null => [],
            Criterion.All all => [.. all.Parts.SelectMany(part => Parts(part))],
            _ => [criterion],
        };

    /// <summary>What a criterion of one value is about, and what it asks of it; null for every other criterion.</summary>
    internal static (string Subject, Matcher Matcher)? Question(Criterion criterion) =>
        criterion switch
        {
            Criterion.FieldIs field => (PlainWords.Name(field.Field), field.Matcher),
            Criterion.PropertyIs property => (PlainWords.Name(property.Property), property.Matcher),
            Criterion.StageIs stage => ("stage", stage.Matcher),
            Criterion.Visits visits => ($"visits to {PlainWords.Name(visits.Stage)}", visits.Matcher),
            Criterion.ScoreIs score => ($"score {PlainWords.Name(score.Dimension)}", score.Matcher),
            Criterion.LabelIs label => ($"label of {PlainWords.Name(label.Dimension)}", label.Matcher),
            Criterion.GradeIs grade => ("grade", grade.Matcher),
            _ => null,
        };

    private static string Of(Criterion criterion, bool nested)
    {
        if (Question(criterion) is var (subject, matcher))
        {
            return $"{subject} {MatcherWords.Of(matcher)}";
        }

        return criterion switch
        {
            Criterion.All all => Joined(Parts(all), " and ", "always", nested),
            Criterion.Any any => Joined(any.Parts, " or ", "never", nested),
            Criterion.Not { Inner: Criterion.InSegment inner } =>
                $"is not in segment {PlainWords.Or(inner.Segments.Select(PlainWords.Name))}",
            Criterion.Not not => $"not ({Of(not.Inner, nested: false)})",
            Criterion.InSegment segment => $"is in segment {PlainWords.Or(segment.Segments.Select(PlainWords.Name))}",
            Criterion.Did did => Of(did),
            _ => throw new UnreachableException(),
        };
    }

    private static string Of(Criterion.Did did)
    {
        var where = did.Where is null ? "" : $" ({Of(did.Where)})";
        var often = did.AtLeast == 1 ? "" : $" at least {PlainWords.Times(did.AtLeast)}";
        var within = did.Within is { } window ? $" within {PlainWords.Length(window)}" : "";
        return $"did {Of(did.Activity)}{where}{often}{within}";
    }

    private static string Joined(ImmutableArray<Criterion> parts, string word, string none, bool nested) =>
        parts switch
        {
            [] => none,
            [var only] => Of(only, nested),
            _ => string.Join(word, parts.Select(part => Of(part, nested: true))) is var words && nested
                ? $"({words})"
                : words,
        };
}
