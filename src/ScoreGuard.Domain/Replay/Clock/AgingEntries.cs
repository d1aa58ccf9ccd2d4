using ScoreGuard.Domain.Replay.Compiled;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>The entries of one dimension that age.</summary>
internal sealed class AgingEntries
{
    private AgingEntry[] entries = new AgingEntry[16];

    public int Count { get; private set; }

    /// <summary>The first instant at which one may be worth something else; none: the maximum.</summary>
    public long NextChange { get; private set; } = long.MaxValue;

    /// <summary>How many of them take points away.</summary>
    public int Penalties { get; private set; }

    public void Add(CompiledFiringRule rule, long now, long milli)
    {
        if (Count == entries.Length)
        {
            Array.Resize(ref entries, 2 * Count);
        }

        ref var entry = ref entries[Count++];
        entry = AgingEntry.New(rule, now, milli);
        Penalties += milli < 0 ? 1 : 0;
        NextChange = Math.Min(NextChange, entry.Next);
    }

    /// <summary>Ages what is due and forgets what will never change again.</summary>
    /// <param name="rules">By place among all rules.</param>
    public void AgeTo<T>(long now, CompiledFiringRule?[] rules, Ledger<T> ledger)
        where T : struct, Points.IMilli<T>
    {
        var next = long.MaxValue;
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            ref var entry = ref entries[i];
            if (now >= entry.Next)
            {
                var rule = rules[entry.Rule]!;
                var before = entry.Worth;
                entry.AgeTo(now, rule.Operation);
                ledger.Move(rule, entry.Worth - before);
                if (entry.Next == long.MaxValue)
                {
                    Penalties -= entry.Milli < 0 ? 1 : 0;
                    continue;
                }
            }

            next = Math.Min(next, entry.Next);
            if (kept != i)
            {
                entries[kept] = entry;
            }

            kept++;
        }

        Count = kept;
        NextChange = next;
    }

    public void Clear()
    {
        Count = Penalties = 0;
        NextChange = long.MaxValue;
    }
}
