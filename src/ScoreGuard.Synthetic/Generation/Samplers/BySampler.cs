using System.Text;
using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation.Samplers;

internal sealed class BySampler(ReferenceSource source, (string Is, Sampler Then)[] cases, Sampler otherwise) : Sampler
{
    private readonly byte[][] texts = [.. cases.Select(@case => Encoding.UTF8.GetBytes(@case.Is))];

    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        var start = lead.Text.Length;
        source.Write(lead);
        var chosen = Choose(lead.Text[start, lead.Text.Length - start]);
        lead.Text.CutTo(start);
        return chosen.Write(ref draw, lead);
    }

    private Sampler Choose(ReadOnlySpan<byte> value)
    {
        if (!Ascii.IsValid(value))
        {
            var text = Encoding.UTF8.GetString(value).Trim();
            var index = Array.FindIndex(cases, @case => text.Equals(@case.Is, StringComparison.OrdinalIgnoreCase));
            return index < 0 ? otherwise : cases[index].Then;
        }

        value = value[Ascii.Trim(value)];
        for (var index = 0; index < texts.Length; index++)
        {
            if (Ascii.EqualsIgnoreCase(value, texts[index]))
            {
                return cases[index].Then;
            }
        }

        return otherwise;
    }
}
