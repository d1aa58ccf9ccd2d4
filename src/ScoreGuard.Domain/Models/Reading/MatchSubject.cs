using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>What a matcher asks: a field, a property, a stage, a score.</summary>
/// <param name="Noun">With its article: <c>the field `country`</c>.</param>
/// <param name="Type">Null for a property, which takes the type of its operands, and where the type could not be read.</param>
internal sealed record MatchSubject(string Noun, FieldType? Type)
{
    /// <summary>Tells subjects apart whose nouns are cut to the same words.</summary>
    public string Identity { get; init; } = Noun;

    /// <summary>True for a property of an activity. Default false.</summary>
    public bool IsProperty { get; init; }

    /// <summary>True where operands cannot be judged, because the type of a field could not be read.</summary>
    public bool IsUnknown => Type is null && !IsProperty;

    /// <summary>Reports what is wrong with a text that is compared whole; the flag tells equality from order.</summary>
    public Action<Place, string, bool> CheckWhole { get; init; } = static (_, _, _) => { };

    public static MatchSubject Unknown(string noun) => new(noun, null);

    public static MatchSubject Property(string name) =>
        new($"the property {Quote.Code(name)}", null) { IsProperty = true, Identity = $"property {name}" };

    public static MatchSubject Field(FieldFacts field) =>
        new($"the field {Quote.Code(field.Name)}", field.Type)
        {
            Identity = $"field {field.Name}",
            CheckWhole = (place, text, _) =>
            {
                if (
                    field.Canonicals.TryGetValue(text, out var canonical)
                    && !string.Equals(canonical, text, StringComparison.OrdinalIgnoreCase)
                )
                {
                    place.Error(
                        ModelCodes.OperandVariant,
                        $"{Quote.Code(text)} is a synonym of {Quote.Code(canonical)} in the field {Quote.Code(field.Name)}; write {Quote.Code(canonical)}."
                    );
                }
            },
        };

    /// <summary>A text of which only some values exist, such as a stage.</summary>
    public static MatchSubject Values(string noun, NameTable<bool> table, DiagnosticCode unknown) =>
        new(noun, FieldType.Text)
        {
            CheckWhole = (place, text, isEquality) =>
            {
                if (isEquality && !table.MayHoldValue(text))
                {
                    place.Error(unknown, table.Unknown(text, place.Diagnostics));
                }
            },
        };

    public static MatchSubject Grade(ModelNames names) =>
        new("the grade", FieldType.Text)
        {
            CheckWhole = (place, text, isEquality) =>
            {
                if (isEquality && !MayBeGrade(names, text))
                {
                    place.Error(
                        ModelCodes.UnknownGrade,
                        $"There is no grade {Quote.Code(text)}; a grade is one of {Quote.OneOf(names.GradeRows.Names.Take(12))} followed by one of {Quote.OneOf(names.GradeColumns.Names.Take(12))}."
                    );
                }
            },
        };

    private static bool MayBeGrade(ModelNames names, string text) =>
        !names.GradeRows.IsComplete
        || !names.GradeColumns.IsComplete
        || Enumerable
            .Range(0, Math.Min(text.Length, names.GradeRows.Longest) + 1)
            .Where(at => text.Length - at <= names.GradeColumns.Longest)
            .Any(at => names.GradeRows.MayHoldValue(text[..at]) && names.GradeColumns.MayHoldValue(text[at..]));
}
