namespace ScoreGuard.Domain.Replay.Values;

/// <summary>A value of a lead, converted to a type, or missing.</summary>
internal abstract record LeadValue
{
    private LeadValue() { }

    public static readonly LeadValue Missing = new None();

    public sealed record None : LeadValue;

    /// <summary>Trimmed and not empty.</summary>
    public sealed record Text(string Value) : LeadValue
    {
        public bool Equals(Text? other) =>
            other is not null && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);
    }

    public sealed record Number(decimal Value) : LeadValue;

    public sealed record Boolean(bool Value) : LeadValue;

    public sealed record Date(Instant Value) : LeadValue;

    public static LeadValue Of(Models.Operand operand) =>
        operand switch
        {
            Models.Operand.Text text => text.Value.Trim() is { Length: > 0 } trimmed ? new Text(trimmed) : Missing,
            Models.Operand.Number number => new Number(number.Value),
            Models.Operand.Boolean boolean => new Boolean(boolean.Value),
            Models.Operand.Date date => new Date(date.Value),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
