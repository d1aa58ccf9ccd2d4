using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Any text, blank or not: a value of a lead.</summary>
internal sealed class AnyTextShape : Shape<string>
{
    public override string Noun => "a text";

    public override bool TryRead(Place place, out string value)
    {
        value = (place.Node as DocumentNode.Scalar)?.Text ?? "";
        return place.Node is DocumentNode.Scalar ? ValueShape.IsHarmless(place, value) : place.Expected(Noun);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string" };
}
