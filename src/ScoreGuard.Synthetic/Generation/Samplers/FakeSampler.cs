using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Words;

namespace ScoreGuard.Synthetic.Generation.Samplers;

/// <param name="phrases">By form, then by locale of the persona.</param>
internal sealed class FakeSampler(Phrase[][] phrases, Odds odds) : Sampler
{
    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        var form = phrases.Length == 1 ? phrases[0] : phrases[odds.Pick(draw.Next())];
        form[lead.Locale].Write(ref draw, lead.Text);
        return ValueKind.Text;
    }
}
