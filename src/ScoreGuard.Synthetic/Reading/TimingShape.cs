using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>When something happens: <c>1d..3d after creation</c>.</summary>
/// <param name="withSteps">Whether it may count from a step.</param>
internal sealed class TimingShape(bool withSteps) : Shape<ReadTiming>
{
    public override string Noun =>
        withSteps
            ? "a time such as `1d..3d after creation`, `2h after each email_open` or `any time`"
            : "a time such as `1d..90d before asOf` or `2026-01-01..2026-02-15`";

    public override bool TryRead(Place place, out ReadTiming value)
    {
        value = new(new Timing.AnyTime(), place);
        var timing = place.Node is DocumentNode.Scalar { Kind: ScalarKind.Text } scalar
            ? TimeText.Find(scalar.Text)
            : null;
        value = new(timing ?? value.Timing, place);
        if (timing is null || (!withSteps && value.Step is not null))
        {
            place.Error(LeadPlanCodes.BadTime, $"Expected {Noun}, but found {place.Found}.");
            return false;
        }

        return RangeText.IsUpright(
            place,
            timing switch
            {
                Timing.Between between => between.Low <= between.High,
                Timing.Relative relative => relative.LowSeconds <= relative.HighSeconds,
                _ => true,
            }
        );
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string" };
}
