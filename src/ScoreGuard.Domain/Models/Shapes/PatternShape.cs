using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>A regular expression as written: a plain <c>5</c> is the pattern <c>5</c>. Whether it can run is asked later.</summary>
internal sealed class PatternShape : Shape<string>
{
    public override string Noun => "a regular expression";

    public override bool TryRead(Place place, out string value)
    {
        var scalar = place.Node as DocumentNode.Scalar;
        value = scalar?.Text ?? "";
        return scalar is { Kind: not ScalarKind.Null } || place.Expected(Noun);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string" };
}
