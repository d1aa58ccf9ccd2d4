using System.Text;
using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation.Samplers;

internal sealed class FixedSampler(ValueKind kind, string text) : Sampler
{
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        lead.Text.Add(bytes);
        return kind;
    }
}
