using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>The entries of all dimensions of one lead, kept as sums by rule and by slot.</summary>
/// <remarks>Entries that do not age need no place of their own; ageing ones are kept and the sums follow the clock.</remarks>
internal sealed class Ledger<T>
    where T : struct, IMilli<T>
{
    private readonly CompiledDimension[] dimensions;
    private readonly T[] byRule;
    private readonly T[] bySlot;
    private readonly List<AgingEntry>[] aging;
    private readonly long[] nextChange;
    private int agingCount;
    private int agingPenalties;

    public Ledger(CompiledModel model)
    {
        dimensions = model.Dimensions;
        byRule = new T[model.Rules.Length];
        bySlot = new T[model.SlotCount];
        aging = [.. dimensions.Select(_ => new List<AgingEntry>())];
        nextChange = new long[dimensions.Length];
        Array.Fill(nextChange, long.MaxValue);
    }

    public void Reset()
    {
        Array.Clear(byRule);
        Array.Clear(bySlot);
        if (agingCount != 0)
        {
            for (var d = 0; d < aging.Length; d++)
            {
                ForgetAging(d);
            }
        }
    }

    /// <summary>What a rule's entries are worth, as of the last <see cref="AgeTo"/> of its dimension.</summary>
    public T OfRule(int rule) => byRule[rule];

    /// <inheritdoc cref="OfRule"/>
    public T OfSlot(int slot) => bySlot[slot];

    /// <summary>Whether an entry that takes points away may fade: only that lets a score rise with nothing happening.</summary>
    public bool MayRise => agingPenalties != 0;

    /// <summary>The first instant at which an entry may be worth something else; none: the maximum.</summary>
    public long NextChange()
    {
        var next = long.MaxValue;
        if (agingCount != 0)
        {
            foreach (var change in nextChange)
            {
                next = Math.Min(next, change);
            }
        }

        return next;
    }

    /// <summary>Brings the sums of a dimension to an instant.</summary>
    /// <returns>Whether any may have changed.</returns>
    public bool AgeTo(int dimension, long now)
    {
        if (now < nextChange[dimension])
        {
            return false;
        }

        var entries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(aging[dimension]);
        var next = long.MaxValue;
        var kept = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            ref var entry = ref entries[i];
            if (now < entry.Next)
            {
                next = Math.Min(next, entry.Next);
                entries[kept++] = entry;
                continue;
            }

            var worth = entry.WorthAt(now);
            if (worth != entry.Worth)
            {
                var change = T.FromMilli(worth - entry.Worth);
                byRule[entry.Rule.Index] += change;
                bySlot[entry.Rule.Slot] += change;
                entry.Worth = worth;
            }

            entry.Next = entry.NextChange(now);
            if (entry.Next != long.MaxValue)
            {
                next = Math.Min(next, entry.Next);
                entries[kept++] = entry;
            }
            else if (entry.Milli < 0)
            {
                agingPenalties--;
            }
        }

        agingCount -= entries.Length - kept;
        aging[dimension].RemoveRange(kept, entries.Length - kept);
        nextChange[dimension] = next;
        return true;
    }

    public void Add(CompiledFiringRule rule, long now, long milli)
    {
        var points = T.FromMilli(milli);
        byRule[rule.Index] += points;
        bySlot[rule.Slot] += points;
        if (rule.Operation.Aging != AgingKind.None)
        {
            var entry = AgingEntry.New(rule, now, milli);
            aging[rule.Dimension].Add(entry);
            agingCount++;
            agingPenalties += milli < 0 ? 1 : 0;
            nextChange[rule.Dimension] = Math.Min(nextChange[rule.Dimension], entry.Next);
        }
    }

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
        Array.Clear(byRule, compiled.FirstRule, compiled.EndRule - compiled.FirstRule);
        Array.Clear(bySlot, compiled.FirstSlot, compiled.Slots.Length);
        ForgetAging(dimension);
    }

    private void ForgetAging(int dimension)
    {
        if (aging[dimension].Count == 0)
        {
            return;
        }

        agingCount -= aging[dimension].Count;
        agingPenalties -= aging[dimension].Count(entry => entry.Milli < 0);
        aging[dimension].Clear();
        nextChange[dimension] = long.MaxValue;
    }
}
