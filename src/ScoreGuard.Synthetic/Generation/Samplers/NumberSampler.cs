using System.Buffers.Text;
using System.Globalization;
using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Generation.Samplers;

internal sealed class NumberSampler(ValuePlan.Number plan) : Sampler
{
    private readonly long count = plan.High - plan.Low + 1;
    private readonly decimal unit = new(1, 0, 0, isNegative: false, (byte)plan.Decimals);

    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        var number =
            plan.Low
            + plan.Spread switch
            {
                Spread.Bell => (draw.Below(count) + draw.Below(count) + draw.Below(count)) / 3,
                Spread.Low => Cubed(draw.Fraction()),
                _ => draw.Below(count),
            };
        var room = lead.Text.Room(32);
        int length;
        if (plan.Decimals == 0)
        {
            Utf8Formatter.TryFormat(number, room, out length);
        }
        else
        {
            (number * unit).TryFormat(room, out length, "0.###", CultureInfo.InvariantCulture);
        }

        lead.Text.Claim(length);
        return ValueKind.Literal;
    }

    // Products of doubles are the same on every machine; powers and logarithms are not.
    private long Cubed(double fraction) => Math.Min(count - 1, (long)(fraction * fraction * fraction * count));
}
