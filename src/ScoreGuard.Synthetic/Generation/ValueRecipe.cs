using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>An attribute or property: its key, what makes its value and what spoils it.</summary>
/// <param name="key">Of its luck.</param>
/// <param name="writesNull">Whether a missing value is written as <c>null</c> instead of left out.</param>
internal sealed class ValueRecipe(string name, ulong key, Sampler sampler, DirtRecipe? dirt, bool writesNull)
{
    private readonly byte[] json = [.. JsonText.Of(name), (byte)':'];

    /// <summary>Makes the value, before any dirt, for the <paramref name="time"/>-th time (from 0) in this lead.</summary>
    public Slot Make(LeadUnderway lead, int time)
    {
        var draw = lead.Draw(time == 0 ? key : Draw.Key(key, time));
        var start = lead.Text.Length;
        var kind = sampler.Write(ref draw, lead);
        return new(start, lead.Text.Length - start, kind);
    }

    /// <summary>Writes key and value behind what <paramref name="to"/> holds, with a comma unless an object begins there.</summary>
    public void Write(LeadUnderway lead, int time, Slot value, Bytes to)
    {
        if (value.Kind == ValueKind.Missing && !writesNull)
        {
            return;
        }

        var before = to.Length;
        if (to.Written[^1] != (byte)'{')
        {
            to.Add((byte)',');
        }

        to.Add(json);
        if (dirt is null || value.Kind == ValueKind.Missing)
        {
            ValueJson.Write(value.Kind, lead.TextOf(value), to);
        }
        else if (!dirt.Write(lead, time, value, to))
        {
            to.CutTo(before);
        }
    }
}
