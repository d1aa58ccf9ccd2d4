using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A text that is not blank, kept as written: names, ids, sentences.</summary>
public sealed class TextShape(string noun) : Shape<string>
{
    public override string Noun => noun;

    /// <summary>Whether numbers, true and false are taken too, as they are written.</summary>
    public bool TakesAnyScalar { get; init; }

    public override bool TryRead(Place place, out string value)
    {
        value = "";
        if (place.Node is not DocumentNode.Scalar { Kind: not ScalarKind.Null } scalar)
        {
            return place.Expected(noun);
        }

        if (scalar.Kind != ScalarKind.Text && !TakesAnyScalar)
        {
            place.Error(
                DocumentCodes.WrongKind,
                $"Expected {noun}, but found {place.Found}; put it in quotes to make it a text."
            );
            return false;
        }

        value = scalar.Text;
        if (!string.IsNullOrWhiteSpace(value))
        {
            return true;
        }

        place.Error(DocumentCodes.Blank, $"Expected {noun}, but found a blank text.");
        return false;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        TakesAnyScalar
            ? new() { ["type"] = new JsonArray("string", "number", "boolean"), ["pattern"] = "\\S" }
            : new() { ["type"] = "string", ["pattern"] = "\\S" };
}
