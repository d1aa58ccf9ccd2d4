using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>Writes a value to the bytes underway.</summary>
internal abstract class Sampler
{
    public abstract ValueKind Write(ref Draw draw, LeadUnderway lead);
}
