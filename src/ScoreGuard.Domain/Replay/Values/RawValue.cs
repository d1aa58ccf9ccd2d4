using System.Globalization;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>A value as a lead gives it, and how each type reads it (section 3 of the specification).</summary>
/// <param name="Spelling">The text after unescaping, or the digits of a number as written; empty for the other kinds.</param>
internal readonly record struct RawValue(RawKind Kind, string Spelling)
{
    /// <summary>An absent key, null, or a text that is empty after trimming.</summary>
    public bool IsMissing => Kind == RawKind.Null || (Kind == RawKind.Text && Spelling.AsSpan().Trim().IsEmpty);

    /// <returns>False where there is a value that this type cannot read; the value is then missing.</returns>
    public bool TryRead(FieldType type, out LeadValue value)
    {
        value = LeadValue.Missing;
        if (IsMissing)
        {
            return true;
        }

        value = type switch
        {
            FieldType.Text => AsText(),
            FieldType.Number => AsNumber(),
            FieldType.Boolean => AsBoolean(),
            FieldType.Date => AsDate(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return !ReferenceEquals(value, LeadValue.Missing);
    }

    private LeadValue AsText() =>
        Kind switch
        {
            RawKind.Text => new LeadValue.Text(Spelling.Trim()),
            RawKind.Number when NumberText.ReadCore(Spelling, out var number) == NumberText.Reading.Number =>
                new LeadValue.Text(NumberText.Format(number)),
            RawKind.True => new LeadValue.Text("true"),
            RawKind.False => new LeadValue.Text("false"),
            _ => LeadValue.Missing,
        };

    private LeadValue AsNumber() =>
        Kind switch
        {
            RawKind.Number when NumberText.ReadCore(Spelling, out var number) == NumberText.Reading.Number =>
                new LeadValue.Number(number),
            RawKind.Text when NumberText.Read(Spelling, out var number) == NumberText.Reading.Number =>
                new LeadValue.Number(number),
            _ => LeadValue.Missing,
        };

    private LeadValue AsBoolean() =>
        Kind switch
        {
            RawKind.True => new LeadValue.Boolean(true),
            RawKind.False => new LeadValue.Boolean(false),
            RawKind.Text => Spelling.Trim().ToLower(CultureInfo.InvariantCulture) switch
            {
                "true" or "yes" => new LeadValue.Boolean(true),
                "false" or "no" => new LeadValue.Boolean(false),
                _ => LeadValue.Missing,
            },
            _ => LeadValue.Missing,
        };

    private LeadValue AsDate() =>
        Kind == RawKind.Text && InstantText.TryParse(Spelling.AsSpan().Trim(), out var instant)
            ? new LeadValue.Date(instant)
            : LeadValue.Missing;
}

/// <summary>The JSON kind of a value in a lead.</summary>
internal enum RawKind : byte
{
    Null,
    Text,
    Number,
    True,
    False,

    /// <summary>An array or an object: no type reads it.</summary>
    Structure,
}
