using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Domain.Drift;

/// <summary>A before × after matrix over all leads, from those that changed and the totals of all.</summary>
internal sealed class TransferTally
{
    private readonly Dictionary<(string Before, string After), long> _changed = [];

    public void Add(string before, string after)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_changed, (before, after), out _);
        count++;
    }

    /// <summary>The cells with at least one lead, sorted; they sum to the union of both populations.</summary>
    /// <param name="totals">All leads of the baseline by where they were.</param>
    /// <param name="newLeads">Leads that are in no baseline, counted under "" before.</param>
    public ImmutableArray<Transfer> ToTransfers(ImmutableArray<OutcomeTotals.Tally> totals, long newLeads)
    {
        var cells = new Dictionary<(string Before, string After), long>(_changed);
        var left = totals.ToDictionary(total => total.Name, total => total.Leads, StringComparer.Ordinal);
        left[""] = left.GetValueOrDefault("") + newLeads;
        foreach (var ((before, _), leads) in _changed)
        {
            left[before] = left.GetValueOrDefault(before) - leads;
        }

        foreach (var (name, leads) in left)
        {
            cells[(name, name)] = cells.GetValueOrDefault((name, name)) + leads;
        }

        return
        [
            .. cells
                .Where(cell => cell.Value != 0)
                .OrderBy(cell => cell.Key.Before, StringComparer.Ordinal)
                .ThenBy(cell => cell.Key.After, StringComparer.Ordinal)
                .Select(cell => new Transfer(cell.Key.Before, cell.Key.After, cell.Value)),
        ];
    }
}
