using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A number in a range, with a greatest number of decimals.</summary>
/// <param name="noun">With its article: <c>a number of points</c>.</param>
public sealed class NumberShape(string noun) : Shape<decimal>
{
    public override string Noun => noun;

    public decimal? AtLeast { get; init; }

    public decimal? Above { get; init; }

    public decimal? AtMost { get; init; }

    public int? Decimals { get; init; }

    public override bool TryRead(Place place, out decimal value)
    {
        if (!TryReadAny(place, noun, out value))
        {
            return false;
        }

        if (value < AtLeast || value <= Above || value > AtMost)
        {
            place.Error(DocumentCodes.OutOfRange, $"Expected {noun} {Range}, but found {place.Found}.");
            return false;
        }

        if (Decimals is { } decimals && decimal.Round(value, decimals) != value)
        {
            place.Error(
                DocumentCodes.TooManyDecimals,
                $"Expected {noun} with at most {decimals} decimals, but found {place.Found}."
            );
            return false;
        }

        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "number" };
        Put(schema, "minimum", AtLeast);
        Put(schema, "exclusiveMinimum", Above);
        Put(schema, "maximum", AtMost);
        return schema;
    }

    /// <summary>Any finite number of at most 28 digits.</summary>
    internal static bool TryReadAny(Place place, string noun, out decimal value)
    {
        value = 0;
        if (place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Number or ScalarKind.NotFinite } scalar)
        {
            return place.Expected(noun);
        }

        if (
            scalar.Kind == ScalarKind.Number
            && NumberText.ReadCore(scalar.Text, out value) == NumberText.Reading.Number
        )
        {
            return true;
        }

        place.Error(
            DocumentCodes.UnreadableNumber,
            $"Expected {noun}, a finite number of at most {NumberText.MaxDigits} digits, but found {Quote.Code(scalar.Text)}."
        );
        return false;
    }

    private string Range =>
        (AtLeast, Above, AtMost) switch
        {
            ({ } least, _, { } most) => $"from {NumberText.Format(least)} to {NumberText.Format(most)}",
            (_, { } above, { } most) => $"above {NumberText.Format(above)} and at most {NumberText.Format(most)}",
            ({ } least, _, _) => $"from {NumberText.Format(least)}",
            (_, { } above, _) => $"above {NumberText.Format(above)}",
            (_, _, { } most) => $"up to {NumberText.Format(most)}",
            _ => "",
        };

    private static void Put(JsonObject schema, string key, decimal? value)
    {
        if (value is { } given)
        {
            schema[key] = given;
        }
    }
}
