using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation.Samplers;

internal sealed class CopySampler(int slot) : Sampler
{
    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        var source = lead.Slots[slot];
        var room = lead.Text.Room(source.Length);
        lead.TextOf(source).CopyTo(room);
        lead.Text.Claim(source.Length);
        return source.Kind;
    }
}
