using System.Buffers.Text;
using System.Text;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>A piece of a template: fixed text, an attribute that came about before, or something known of the lead.</summary>
internal sealed class ReferenceSource
{
    private readonly byte[] text = [];
    private readonly int slot = -1;
    private readonly string known = "";

    public ReferenceSource(string text)
    {
        this.text = Encoding.UTF8.GetBytes(text);
        IsFixed = true;
    }

    public ReferenceSource(string name, IReadOnlyDictionary<string, int> slots)
    {
        if (!slots.TryGetValue(name, out slot))
        {
            (slot, known) = (-1, name);
        }
    }

    public bool IsFixed { get; }

    public void Write(LeadUnderway lead)
    {
        if (slot >= 0)
        {
            var source = lead.Slots[slot];
            var room = lead.Text.Room(source.Length);
            lead.TextOf(source).CopyTo(room);
            lead.Text.Claim(source.Length);
            return;
        }

        switch (known)
        {
            case Template.LeadId:
                lead.Persona.WriteId(lead.Number, lead.Text);
                break;
            case Template.LeadNumber:
                WriteNumber(lead);
                break;
            case Template.PersonaName:
                lead.Text.Add(lead.Persona.Name);
                break;
            case Template.LocaleName:
                lead.Text.Add(lead.Persona.LocaleName(lead.Locale));
                break;
            default:
                lead.Text.Add(text);
                break;
        }
    }

    public static void WriteNumber(LeadUnderway lead)
    {
        Utf8Formatter.TryFormat(lead.Number, lead.Text.Room(16), out var length);
        lead.Text.Claim(length);
    }
}
