using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation.Samplers;

/// <summary>An address whose drawn parts are letters, digits and hyphens, whatever names they come from.</summary>
internal sealed class EmailSampler(ReferenceSource[] user, ReferenceSource[] domain) : Sampler
{
    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        Write(user, lead);
        lead.Text.Add((byte)'@');
        Write(domain, lead);
        return ValueKind.Text;
    }

    private static void Write(ReferenceSource[] parts, LeadUnderway lead)
    {
        foreach (var part in parts)
        {
            if (part.IsFixed)
            {
                part.Write(lead);
                continue;
            }

            var start = lead.Text.Length;
            part.Write(lead);
            AddressPart.Shape(lead.Text, start);
            if (lead.Text.Length == start)
            {
                lead.Text.Add((byte)'l');
                ReferenceSource.WriteNumber(lead);
            }
        }
    }
}
