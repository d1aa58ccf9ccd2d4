using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>A text, number or boolean, or nothing.</summary>
internal sealed class ScalarOrNullShape : Shape<Place>
{
    public override string Noun => "a text, a number, `true`, `false` or `~`";

    public override bool TryRead(Place place, out Place value)
    {
        value = place;
        return place.Node is DocumentNode.Scalar || place.Expected(Noun);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = new JsonArray("string", "number", "boolean", "null") };
}
