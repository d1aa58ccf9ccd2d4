namespace ScoreGuard.Domain.Models;

/// <summary>A value in a model, already of the type that it is compared with.</summary>
public abstract record Operand
{
    private Operand() { }

    /// <summary>Trimmed where values are compared whole; as written in <c>contains</c>, <c>startsWith</c>, <c>endsWith</c>.</summary>
    public sealed record Text(string Value) : Operand;

    /// <summary>At most 28 digits.</summary>
    public sealed record Number(decimal Value) : Operand;

    public sealed record Boolean(bool Value) : Operand;

    public sealed record Date(Instant Value) : Operand;
}
