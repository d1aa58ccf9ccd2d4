using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation.Samplers;

internal sealed class ChoiceSampler(Sampler[] options, Odds odds) : Sampler
{
    public override ValueKind Write(ref Draw draw, LeadUnderway lead) =>
        options[odds.Pick(draw.Next())].Write(ref draw, lead);
}
