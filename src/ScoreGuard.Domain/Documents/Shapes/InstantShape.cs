using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A date or an instant with its offset.</summary>
public sealed class InstantShape : Shape<Instant>
{
    public override string Noun => "an instant such as `2026-03-02T09:00:00Z`";

    public override bool TryRead(Place place, out Instant value)
    {
        value = default;
        if (
            place.Node is DocumentNode.Scalar { Kind: ScalarKind.Text } scalar
            && InstantText.TryParse(scalar.Text, out value)
        )
        {
            return true;
        }

        place.Error(
            DocumentCodes.BadInstant,
            $"Expected {Noun} or a date, years 1970 to 2100, but found {place.Found}."
        );
        return false;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$" };
}
