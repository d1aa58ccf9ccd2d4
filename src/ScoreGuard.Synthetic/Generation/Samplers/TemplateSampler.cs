using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation.Samplers;

internal sealed class TemplateSampler(ReferenceSource[] parts) : Sampler
{
    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        foreach (var part in parts)
        {
            part.Write(lead);
        }

        return ValueKind.Text;
    }
}
