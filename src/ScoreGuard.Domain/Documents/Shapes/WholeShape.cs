using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A whole number in a range. <c>5.0</c> and <c>1e3</c> are whole.</summary>
public sealed class WholeShape(string noun, long atLeast, long atMost) : Shape<long>
{
    public override string Noun => noun;

    public override bool TryRead(Place place, out long value)
    {
        value = 0;
        if (!NumberShape.TryReadAny(place, noun, out var number))
        {
            return false;
        }

        if (decimal.Truncate(number) != number)
        {
            place.Error(DocumentCodes.NotWhole, $"Expected {noun}, a whole number, but found {place.Found}.");
            return false;
        }

        if (number < atLeast || number > atMost)
        {
            place.Error(
                DocumentCodes.OutOfRange,
                $"Expected {noun} from {atLeast} to {atMost}, but found {place.Found}."
            );
            return false;
        }

        value = (long)number;
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = atLeast,
            ["maximum"] = atMost,
        };
}
