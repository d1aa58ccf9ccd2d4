using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Decisions;

/// <summary>Picks the changed leads that a decision is about, and keeps the totals that follow from it.</summary>
internal sealed class ChosenLeads(DecisionRequest request, OutcomeTotals baseline) : IChangeSink
{
    private readonly HashSet<string> _causes = [.. request.Causes];
    private readonly HashSet<string> _asked = [.. request.Leads];
    private readonly OutcomeTally _tally = new(baseline);

    public HashSet<string> Leads { get; } = new(StringComparer.Ordinal);

    /// <summary>Leads that were named and did not change.</summary>
    public IEnumerable<string> Unknown => _asked.Where(lead => !Leads.Contains(lead)).Order(StringComparer.Ordinal);

    /// <summary>Of the baseline with the chosen leads as they are now.</summary>
    public OutcomeTotals Totals => _tally.ToTotals();

    public void Write(LeadChange change)
    {
        if (!_causes.Contains(change.Cause) && !_asked.Contains(change.Lead))
        {
            return;
        }

        Leads.Add(change.Lead);
        if (change is { Before: { } before, After: { } after })
        {
            _tally.Remove(before);
            _tally.Add(after);
        }
    }
}
