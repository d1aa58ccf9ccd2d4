using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>The ends of a distribution: <c>1..5000</c>, at most three decimals, within ±10¹².</summary>
internal sealed class NumberRangeShape : Shape<(decimal Low, decimal High)>
{
    private const decimal Most = 1_000_000_000_000;

    public override string Noun => "a range of numbers such as `1..5000`";

    public override bool TryRead(Place place, out (decimal Low, decimal High) value)
    {
        value = default;
        if (
            place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Text or ScalarKind.Number } scalar
            || RangeText.Find(scalar.Text) is not { } ends
            || Math.Abs(ends.Low) > Most
            || Math.Abs(ends.High) > Most
        )
        {
            place.Error(LeadPlanCodes.BadRange, $"Expected {Noun}, within ±1000000000000, but found {place.Found}.");
            return false;
        }

        value = ends;
        return RangeText.IsUpright(place, ends.Low <= ends.High);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = new JsonArray("string", "number") };
}
