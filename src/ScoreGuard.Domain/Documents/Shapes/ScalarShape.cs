using System.Text.Json.Nodes;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A text, number or boolean, not yet converted: what it becomes depends on something else.</summary>
public sealed class ScalarShape(string noun) : Shape<Place>
{
    public override string Noun => noun;

    public override bool TryRead(Place place, out Place value)
    {
        value = place;
        return place.Node is DocumentNode.Scalar { Kind: not ScalarKind.Null } || place.Expected(noun);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = new JsonArray("string", "number", "boolean") };
}
