using System.Runtime.InteropServices;
using ScoreGuard.Domain;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>Writes a lead as a line of JSON.</summary>
internal static class LeadWriter
{
    public static void Write(LeadUnderway lead, Bytes to)
    {
        var persona = lead.Persona;
        to.Add("{\"id\":\""u8);
        persona.WriteId(lead.Number, to);
        to.Add("\",\"persona\":"u8);
        to.Add(persona.NameJson);
        to.Add(",\"createdAt\":\""u8);
        WriteInstant(lead.CreatedAt, to);
        to.Add("\",\"attributes\":{"u8);
        WriteAttributes(lead, to);
        to.Add("},\"activities\":["u8);
        WriteActivities(lead, to);
        to.Add("]}\n"u8);
    }

    public static void WriteInstant(long milliseconds, Bytes to) =>
        to.Claim(InstantText.Format(new(milliseconds), to.Room(InstantText.MaxLength)));

    private static void WriteAttributes(LeadUnderway lead, Bytes to)
    {
        var attributes = lead.Persona.Attributes;
        foreach (var place in lead.Persona.AttributeOrder)
        {
            lead.Slots[place] = attributes[place].Make(lead, time: 0);
        }

        for (var place = 0; place < attributes.Length; place++)
        {
            attributes[place].Write(lead, time: 0, lead.Slots[place], to);
        }
    }

    private static void WriteActivities(LeadUnderway lead, Bytes to)
    {
        var persona = lead.Persona;
        var happenings = lead.Happenings;
        happenings.Clear();
        foreach (var step in persona.StepOrder)
        {
            persona.Steps[step].Happen(lead);
            var times = lead.Happened[step];
            for (var time = 0; time < times.Count; time++)
            {
                happenings.Add(new(times[time], persona.StepRanks[step], time, step));
            }
        }

        CollectionsMarshal.AsSpan(happenings).Sort(Happening.InOrder);
        for (var index = 0; index < happenings.Count; index++)
        {
            if (index > 0)
            {
                to.Add((byte)',');
            }

            var happening = happenings[index];
            persona.Steps[happening.Step].Write(lead, happening.At, happening.Time, to);
        }
    }
}
