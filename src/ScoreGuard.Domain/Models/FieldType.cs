namespace ScoreGuard.Domain.Models;

/// <summary>The type of a field's values; also of an operand in <c>where</c>.</summary>
public enum FieldType
{
    Text,
    Number,
    Boolean,
    Date,
}
