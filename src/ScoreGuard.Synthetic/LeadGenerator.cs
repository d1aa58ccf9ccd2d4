using System.Buffers;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Generation;
using ScoreGuard.Synthetic.Pinned;
using ScoreGuard.Synthetic.Plans;
using ScoreGuard.Synthetic.Words;

namespace ScoreGuard.Synthetic;

/// <summary>Makes the leads of a plan, as JSON Lines. A lead depends on the plan and on its own number, and on nothing else.</summary>
/// <remarks>May be used by any number of threads at once.</remarks>
public sealed class LeadGenerator
{
    private const int Batch = 512;

    private readonly PersonaRecipe[] personas;
    private readonly Odds shares;
    private readonly int attributes;
    private readonly int steps;

    /// <param name="pinned">Hand-written lines that follow the generated ones as they are; null where the plan names none.</param>
    public LeadGenerator(LeadPlan plan, PinnedLeads? pinned = null)
    {
        (Plan, Pinned) = (plan, pinned ?? PinnedLeads.None);
        var vocabularies = new Dictionary<string, Vocabulary>(StringComparer.Ordinal);
        personas = [.. plan.Personas.Select(persona => new PersonaRecipe(plan, persona, new(persona, Vocabulary)))];
        shares = Odds.Of([.. plan.Personas.Select(persona => persona.Share)]);
        attributes = personas.Max(persona => persona.Attributes.Length);
        steps = personas.Max(persona => persona.Steps.Length);

        Vocabulary Vocabulary(Locale locale)
        {
            if (!vocabularies.TryGetValue(locale.Name, out var vocabulary))
            {
                vocabularies.Add(locale.Name, vocabulary = new(locale));
            }

            return vocabulary;
        }
    }

    /// <summary>Grows whenever the same plan makes other bytes than before.</summary>
    public static int Version => 1;

    /// <summary>What makes the leads: its version, and that of the word lists that names and places are sampled from.</summary>
    public static string Identity { get; } =
        $"plan generator {Version}, Bogus {typeof(Bogus.Database).Assembly.GetName().Version!.ToString(3)}";

    public LeadPlan Plan { get; }

    public PinnedLeads Pinned { get; }

    /// <summary>Writes generated leads <paramref name="from"/> (from 1) onwards, each with its line end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no such leads.</exception>
    public void WriteRange(int from, int count, IBufferWriter<byte> to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Plan.Count - from + 1);
        var underway = new LeadUnderway(attributes, steps);
        var bytes = new Bytes(65_536);
        for (var number = from; number < from + count; number++)
        {
            Make(underway, number, bytes);
            if (bytes.Length > 60_000)
            {
                to.Write(bytes.Written);
                bytes.Clear();
            }
        }

        to.Write(bytes.Written);
    }

    /// <summary>Writes all leads in order, generated on <paramref name="threads"/> at once, then the pinned ones.</summary>
    /// <remarks>Holds a few batches of leads, however many there are.</remarks>
    /// <exception cref="IOException">The stream refuses; what was written stays.</exception>
    public async Task WriteAllAsync(Stream to, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var spare = new Stack<Worker>();
        var underway = new Queue<Task<Worker>>();
        var next = 1;
        while (next <= Plan.Count || underway.Count > 0)
        {
            while (next <= Plan.Count && underway.Count < threads * 2)
            {
                var worker = spare.TryPop(out var rested) ? rested : new Worker(this);
                var from = next;
                underway.Enqueue(Task.Run(() => worker.Make(from), cancellationToken));
                next += Math.Min(Batch, Plan.Count - next + 1);
            }

            var done = await underway.Dequeue().ConfigureAwait(false);
            await to.WriteAsync(done.Lines, cancellationToken).ConfigureAwait(false);
            spare.Push(done);
        }

        await to.WriteAsync(Pinned.Lines, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Describes what <see cref="WriteAllAsync"/> wrote.</summary>
    public LeadSetManifest Manifest(string digest, string createdBy) =>
        new(Plan.Count + Pinned.Count, digest, Plan.AsOf, Plan.Hash, Identity, createdBy);

    private void Make(LeadUnderway underway, int number, Bytes to)
    {
        var persona = personas[shares.Pick(Draw.Even(Plan.Seed, number))];
        underway.Begin(persona, Draw.SeedOf(Plan.Seed, number), number, Plan.AsOf.UnixMilliseconds);
        LeadWriter.Write(underway, to);
    }

    /// <summary>Room for one batch, used again and again.</summary>
    private sealed class Worker(LeadGenerator generator)
    {
        private readonly LeadUnderway underway = new(generator.attributes, generator.steps);
        private readonly Bytes bytes = new(262_144);

        public ReadOnlyMemory<byte> Lines => bytes.Memory;

        public Worker Make(int from)
        {
            bytes.Clear();
            var end = Math.Min(generator.Plan.Count, from + Batch - 1);
            for (var number = from; number <= end; number++)
            {
                generator.Make(underway, number, bytes);
            }

            return this;
        }
    }
}
