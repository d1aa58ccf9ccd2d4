using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>What a matcher is asked about. It says how an operand is read and gives its own value in the same type.</summary>
internal abstract class Subject
{
    /// <summary>The value for the matchers that have no operand, or only texts.</summary>
    public abstract Value? Value { get; }

    public abstract (Value? Value, Value Operand) Read(JsonElement operand);

    public abstract (Value? Value, Value Operand) ReadAfterSign(JsonElement operand);
}

/// <summary>A field, a stage, a score…: its type is known, the operand follows it.</summary>
internal sealed class Typed(Value? value, string type) : Subject
{
    public override Value? Value => value;

    public override (Value? Value, Value Operand) Read(JsonElement operand) => (value, Reading.Operand(operand, type));

    public override (Value? Value, Value Operand) ReadAfterSign(JsonElement operand) => Read(operand);
}

/// <summary>A property of an activity: it takes the type of the operand.</summary>
internal sealed class Property(JsonElement given) : Subject
{
    public override Value? Value => Reading.Given(given, "text");

    public override (Value? Value, Value Operand) Read(JsonElement operand) =>
        As(
            operand,
            operand.ValueKind switch
            {
                JsonValueKind.Number => "number",
                JsonValueKind.True or JsonValueKind.False => "boolean",
                _ => "text",
            }
        );

    public override (Value? Value, Value Operand) ReadAfterSign(JsonElement operand)
    {
        if (operand.ValueKind != JsonValueKind.String)
            return Read(operand);
        var text = operand.GetString()!.Trim();
        var type =
            Reading.IsNumber(text) ? "number"
            : Times.IsInstant(text) ? "date"
            : "text";
        return As(operand, type);
    }

    private (Value? Value, Value Operand) As(JsonElement operand, string type) =>
        (Reading.Given(given, type), Reading.Operand(operand, type));
}
