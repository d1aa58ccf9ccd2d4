using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>The lead that is being made, and the room to make it in: one for each worker, used again for each lead.</summary>
internal sealed class LeadUnderway(int attributes, int steps)
{
    /// <summary>Values as they come about.</summary>
    public Bytes Text { get; } = new();

    public Slot[] Slots { get; } = new Slot[attributes];

    /// <summary>When each step happened, in the persona's order of steps.</summary>
    public List<long>[] Happened { get; } = [.. Enumerable.Range(0, steps).Select(_ => new List<long>())];

    public List<Happening> Happenings { get; } = [];

    public ulong Seed { get; private set; }
    public int Number { get; private set; }
    public PersonaRecipe Persona { get; private set; } = null!;
    public int Locale { get; private set; }
    public long CreatedAt { get; private set; }
    public long AsOf { get; private set; }

    public void Begin(PersonaRecipe persona, ulong seed, int number, long asOf)
    {
        Text.Clear();
        (Persona, Seed, Number, AsOf) = (persona, seed, number, asOf);
        Locale = persona.DrawLocale(seed);
        CreatedAt = persona.DrawCreation(this);
    }

    /// <summary>The bytes of an attribute that came about before.</summary>
    public ReadOnlySpan<byte> TextOf(Slot slot) => Text[slot.Start, slot.Length];

    public Draw Draw(ulong key) => Chance.Draw.Of(Seed, key);
}
