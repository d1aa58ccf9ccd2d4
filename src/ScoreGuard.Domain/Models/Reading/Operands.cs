using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Scalars of a model as values of a type; section 3 of the specification.</summary>
internal static class Operands
{
    /// <summary>The scalar as a value of the type; null where it cannot be read so, and where it is blank or null.</summary>
    public static Operand? Convert(DocumentNode.Scalar scalar, FieldType type) =>
        (type, scalar.Kind) switch
        {
            (_, ScalarKind.Null) => null,
            (FieldType.Number, ScalarKind.Number) => Number(NumberText.ReadCore(scalar.Text, out var value), value),
            (FieldType.Boolean, ScalarKind.Boolean) => new Operand.Boolean(scalar.Text is ['t' or 'T', ..]),
            (FieldType.Text, _) or (_, ScalarKind.Text) => Convert(scalar.Text, type),
            _ => null,
        };

    /// <summary>A text as a value of the type; null where it cannot be read so, and where it is blank.</summary>
    public static Operand? Convert(string text, FieldType type)
    {
        var trimmed = text.Trim();
        return type switch
        {
            FieldType.Text => trimmed.Length > 0 ? new Operand.Text(trimmed) : null,
            FieldType.Number => Number(NumberText.Read(trimmed, out var value), value),
            FieldType.Date => InstantText.TryParse(trimmed, out var instant) ? new Operand.Date(instant) : null,
            FieldType.Boolean when IsAny(trimmed, "true", "yes") => new Operand.Boolean(true),
            FieldType.Boolean when IsAny(trimmed, "false", "no") => new Operand.Boolean(false),
            _ => null,
        };
    }

    /// <summary>What a scalar is to a property, which has no type of its own: what it looks like.</summary>
    public static Operand? OfProperty(DocumentNode.Scalar scalar) =>
        scalar.Kind switch
        {
            ScalarKind.Number => Convert(scalar, FieldType.Number),
            ScalarKind.Boolean => Convert(scalar, FieldType.Boolean),
            ScalarKind.Text => Convert(scalar, FieldType.Text),
            _ => null,
        };

    /// <summary>What a text behind a comparison sign is to a property: a number, an instant, or else a text.</summary>
    public static Operand? OfProperty(string behindSign) =>
        NumberText.Read(behindSign, out var value) switch
        {
            NumberText.Reading.Number => new Operand.Number(value),
            NumberText.Reading.TooManyDigits => null,
            _ => Convert(behindSign, FieldType.Date) ?? Convert(behindSign, FieldType.Text),
        };

    /// <summary>Whether <paramref name="low"/> is at most <paramref name="high"/>; false where their types differ.</summary>
    public static bool InOrder(Operand low, Operand high) =>
        (low, high) switch
        {
            (Operand.Number left, Operand.Number right) => left.Value <= right.Value,
            (Operand.Date left, Operand.Date right) => left.Value <= right.Value,
            (Operand.Text left, Operand.Text right) => string.Compare(
                left.Value,
                right.Value,
                StringComparison.OrdinalIgnoreCase
            ) <= 0,
            _ => false,
        };

    /// <summary>With its article, for "Expected …".</summary>
    public static string Noun(FieldType? type) =>
        type switch
        {
            FieldType.Text => "a text that is not blank",
            FieldType.Number => $"a number of at most {NumberText.MaxDigits} digits",
            FieldType.Boolean => "`true` or `false`",
            FieldType.Date => "a date or an instant such as `2026-03-02T09:00:00Z`",
            _ => $"a text that is not blank, a number of at most {NumberText.MaxDigits} digits, or `true` or `false`",
        };

    private static Operand.Number? Number(NumberText.Reading reading, decimal value) =>
        reading == NumberText.Reading.Number ? new Operand.Number(value) : null;

    private static bool IsAny(string text, string one, string other) =>
        string.Equals(text, one, StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
