using System.Runtime.InteropServices;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>What behaviour rules have granted, in thousandths of a point, in order of time.</summary>
/// <remarks>
/// A limit remembers what a reset has wiped out: entries stay, and <see cref="start"/> says from where they count.
/// </remarks>
internal sealed class Ledger
{
    private const long Day = Instants.Day;
    private const uint WebRules =
        (1u << (int)BehaviourRule.Pricing)
        | (1u << (int)BehaviourRule.Product)
        | (1u << (int)BehaviourRule.Visit)
        | (1u << (int)BehaviourRule.LongVisit);

    private Entry[] entries = new Entry[64];
    private int count;
    private int start;
    private uint fired;

    /// <summary>The points that count, before any has aged and without those taken away: no value is above it.</summary>
    public int Ceiling { get; private set; }

    public void Clear()
    {
        count = start = Ceiling = 0;
        fired = 0;
    }

    public void Empty()
    {
        start = count;
        Ceiling = 0;
    }

    public void Grant(BehaviourRule rule, long at, int thousandths)
    {
        if (count == entries.Length)
        {
            Array.Resize(ref entries, count * 2);
        }

        entries[count++] = new(at, thousandths, rule);
        fired |= 1u << (int)rule;
        Ceiling += Math.Max(thousandths, 0);
    }

    public bool HasFired(BehaviourRule rule) => (fired & (1u << (int)rule)) != 0;

    /// <summary>How often a rule has fired after <paramref name="since"/>.</summary>
    public int Firings(BehaviourRule rule, long since)
    {
        var firings = 0;
        if (HasFired(rule))
        {
            for (var at = count - 1; at >= 0 && entries[at].At > since; at--)
            {
                firings += entries[at].Rule == rule ? 1 : 0;
            }
        }

        return firings;
    }

    /// <summary>What a rule has granted after <paramref name="since"/>, in thousandths.</summary>
    public int Granted(BehaviourRule rule, long since)
    {
        var granted = 0;
        if (HasFired(rule))
        {
            for (var at = count - 1; at >= 0 && entries[at].At > since; at--)
            {
                granted += entries[at].Rule == rule ? entries[at].Thousandths : 0;
            }
        }

        return granted;
    }

    /// <summary>The dimension's value: the web group at most 40, the whole not below 0.</summary>
    public int Value(long now)
    {
        var web = 0;
        var others = 0;
        foreach (ref readonly var entry in entries.AsSpan(start, count - start))
        {
            var worth = Worth(entry, now);
            if (IsWeb(entry.Rule))
            {
                web += worth;
            }
            else
            {
                others += worth;
            }
        }

        return Math.Max(0, Math.Min(web, 40_000) + others);
    }

    /// <summary>Adds to each rule what its entries are worth.</summary>
    /// <returns>As <see cref="Value"/>.</returns>
    public int AddTo(int[] points, long now)
    {
        var web = 0;
        var all = 0;
        foreach (ref readonly var entry in entries.AsSpan(start, count - start))
        {
            var worth = Worth(entry, now);
            points[(int)entry.Rule] += worth;
            all += worth;
            web += IsWeb(entry.Rule) ? worth : 0;
        }

        return Math.Max(0, all - web + Math.Min(web, 40_000));
    }

    private static bool IsWeb(BehaviourRule rule) => (WebRules & (1u << (int)rule)) != 0;

    private static int Worth(in Entry entry, long now)
    {
        var age = now - entry.At;
        return entry.Rule switch
        {
            BehaviourRule.Content => Decayed(entry.Thousandths, 10, age / (14 * Day)),
            BehaviourRule.Webinar => Decayed(entry.Thousandths, 25, age / (30 * Day)),
            BehaviourRule.Event => Decayed(entry.Thousandths, 20, age / (30 * Day)),
            BehaviourRule.Visit or BehaviourRule.LongVisit or BehaviourRule.Open => Until(entry, age, 30),
            BehaviourRule.Product or BehaviourRule.WebinarRegistered => Until(entry, age, 60),
            BehaviourRule.Click or BehaviourRule.NurtureClick or BehaviourRule.Chat or BehaviourRule.NewRole => Until(
                entry,
                age,
                90
            ),
            _ => entry.Thousandths,
        };
    }

    /// <summary>Exact: every entry is a multiple of a tenth of a point, every percent of ten or five.</summary>
    private static int Decayed(int thousandths, int percent, long periods) =>
        periods * percent >= 100 ? 0 : thousandths / 100 * (100 - ((int)periods * percent));

    private static int Until(in Entry entry, long age, int days) => age < days * Day ? entry.Thousandths : 0;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long At, int Thousandths, BehaviourRule Rule);
}
