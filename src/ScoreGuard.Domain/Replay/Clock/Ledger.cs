using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>What rules have brought in all dimensions of one lead, kept as sums by rule and by slot.</summary>
/// <remarks>Entries that do not age need no place of their own; ageing ones are kept and the sums follow the clock.</remarks>
internal sealed class Ledger<T>
    where T : struct, IMilli<T>
{
    // By place among all rules; attribute rules write no entries.
    private readonly CompiledFiringRule?[] firingRules;
    private readonly CompiledDimension[] dimensions;
    private readonly T[] byRule;
    private readonly T[] bySlot;
    private readonly AgingEntries[] aging;

    public Ledger(CompiledModel model)
    {
        firingRules = Array.ConvertAll(model.Rules, rule => rule as CompiledFiringRule);
        dimensions = model.Dimensions;
        byRule = new T[model.Rules.Length];
        bySlot = new T[model.SlotCount];
        aging = [.. dimensions.Select(_ => new AgingEntries())];
    }

    public void Reset()
    {
        Array.Clear(byRule);
        Array.Clear(bySlot);
        foreach (var entries in aging)
        {
            entries.Clear();
        }
    }

    /// <summary>What each rule brings, as of the last <see cref="AgeTo"/> of its dimension.</summary>
    public ReadOnlySpan<T> ByRule => byRule;

    /// <inheritdoc cref="ByRule"/>
    public T OfSlot(int slot) => bySlot[slot];

    /// <summary>Whether an entry that takes points away may fade: only that lets a score rise with nothing happening.</summary>
    public bool MayRise => Array.Exists(aging, entries => entries.Penalties != 0);

    /// <summary>The first instant at which an entry may be worth something else; none: the maximum.</summary>
    public long NextChange()
    {
        var next = long.MaxValue;
        foreach (var entries in aging)
        {
            next = Math.Min(next, entries.NextChange);
        }

        return next;
    }

    /// <summary>Brings the sums of a dimension to an instant.</summary>
    /// <returns>Whether any may have changed.</returns>
    public bool AgeTo(int dimension, long now)
    {
        var entries = aging[dimension];
        if (now < entries.NextChange)
        {
            return false;
        }

        entries.AgeTo(now, firingRules, this);
        return true;
    }

    public void Add(CompiledFiringRule rule, long now, long milli)
    {
        Move(rule, milli);
        if (rule.Ages)
        {
            aging[rule.Dimension].Add(rule, now, milli);
        }
    }

    /// <summary>Adds to the sums alone: an entry that does not age, or what one has lost.</summary>
    public void Move(CompiledRule rule, long milli)
    {
        var points = T.FromMilli(milli);
        byRule[rule.Index] += points;
        bySlot[rule.Slot] += points;
    }

    /// <summary>Lets an attribute rule bring its points, or no more. They are no entry: nothing empties them.</summary>
    public void Give(CompiledAttributeRule rule, T points) => byRule[rule.Index] = points;

    /// <summary>Empties the dimension and writes one entry that does not age.</summary>
    public void Set(CompiledFiringRule rule, T value)
    {
        Empty(rule.Dimension);
        byRule[rule.Index] = value;
        bySlot[rule.Slot] = value;
    }

    /// <summary>The sum of the dimension's aged entries.</summary>
    public T Total(int dimension, long now)
    {
        _ = AgeTo(dimension, now);
        var total = default(T);
        var first = dimensions[dimension].FirstSlot;
        for (var slot = first; slot < first + dimensions[dimension].Slots.Length; slot++)
        {
            total += bySlot[slot];
        }

        return total;
    }

    public void Empty(int dimension)
    {
        var compiled = dimensions[dimension];
        foreach (var rule in compiled.FiringRules)
        {
            byRule[rule] = default;
        }

        Array.Clear(bySlot, compiled.FirstSlot, compiled.Slots.Length);
        aging[dimension].Clear();
    }
}
