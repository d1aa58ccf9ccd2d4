using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A length of time such as <c>5m</c>, <c>2h</c>, <c>30d</c>, <c>1w</c>.</summary>
public sealed class DurationShape : Shape<Duration>
{
    public override string Noun => "a duration such as `30d`";

    public override bool TryRead(Place place, out Duration value)
    {
        value = default;
        if (
            place.Node is DocumentNode.Scalar { Kind: ScalarKind.Text } scalar
            && Duration.TryParse(scalar.Text, out value)
        )
        {
            return true;
        }

        place.Error(
            DocumentCodes.BadDuration,
            $"Expected {Noun}, a whole number from 1 and one of `m`, `h`, `d`, `w`, but found {place.Found}."
        );
        return false;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = "^0*[1-9][0-9]*[mhdw]$" };
}
