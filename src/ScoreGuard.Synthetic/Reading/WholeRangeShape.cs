using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>How often: <c>3</c>, or <c>1..4</c>.</summary>
internal sealed class WholeRangeShape : Shape<WholeRange>
{
    private const int Most = 100_000;

    public override string Noun => "a whole number such as `3`, or a range such as `1..4`";

    public override bool TryRead(Place place, out WholeRange value)
    {
        value = default;
        if (
            place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Text or ScalarKind.Number } scalar
            || RangeText.Find(scalar.Text) is not { } ends
            || ends.Low != decimal.Truncate(ends.Low)
            || ends.High != decimal.Truncate(ends.High)
            || Math.Min(ends.Low, ends.High) < 0
            || Math.Max(ends.Low, ends.High) > Most
        )
        {
            place.Error(LeadPlanCodes.BadRange, $"Expected {Noun}, from 0 to {Most}, but found {place.Found}.");
            return false;
        }

        value = new((long)ends.Low, (long)ends.High);
        return RangeText.IsUpright(place, ends.Low <= ends.High);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
                new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+\\.\\.[0-9]+$" }
            ),
        };
}
