using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>The one version of the form that there is.</summary>
internal sealed class VersionShape : Shape<decimal>
{
    public override string Noun => "the version of the form, `1`";

    public override bool TryRead(Place place, out decimal value)
    {
        value = 0;
        if (
            place.Node is DocumentNode.Scalar { Kind: ScalarKind.Number } scalar
            && NumberText.ReadCore(scalar.Text, out value) == NumberText.Reading.Number
            && value == 1
        )
        {
            return true;
        }

        place.Error(ModelCodes.Version, $"Expected {Noun}, but found {place.Found}.");
        return false;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["const"] = 1 };
}
