using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>A length of time, or a range of them, in seconds: <c>3d..7d</c>.</summary>
internal sealed class GapShape : Shape<WholeRange>
{
    public override string Noun => "a length of time such as `7d`, or a range such as `3d..7d`";

    public override bool TryRead(Place place, out WholeRange value)
    {
        value = default;
        if (
            place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Text } scalar
            || TimeText.FindOffsets(scalar.Text) is not { } gap
        )
        {
            place.Error(LeadPlanCodes.BadRange, $"Expected {Noun}, but found {place.Found}.");
            return false;
        }

        value = gap;
        return RangeText.IsUpright(place, gap.Low <= gap.High);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string" };
}
