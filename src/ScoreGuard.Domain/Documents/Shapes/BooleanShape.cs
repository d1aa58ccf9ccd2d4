using System.Text.Json.Nodes;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary><c>true</c> or <c>false</c>; <c>yes</c> and <c>on</c> are texts in YAML 1.2.</summary>
public sealed class BooleanShape : Shape<bool>
{
    public override string Noun => "`true` or `false`";

    public override bool TryRead(Place place, out bool value)
    {
        value = false;
        if (place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Boolean } scalar)
        {
            return place.Expected(Noun);
        }

        value = scalar.Text is ['t' or 'T', ..];
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}
