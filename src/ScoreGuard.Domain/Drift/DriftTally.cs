using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>Sums up a comparison lead by lead, in memory that does not grow with the leads. One thread's.</summary>
/// <param name="baseline">The totals of the baseline; <see cref="OutcomeTotals.None"/> where there is none.</param>
/// <param name="edits">Between the models of the two sides.</param>
/// <param name="gravest">How many changed leads to keep for the report.</param>
/// <param name="sink">Takes every changed lead.</param>
public sealed class DriftTally(OutcomeTotals baseline, EditAttribution edits, int gravest, IChangeSink sink)
    : IDisposable
{
    private readonly OutcomeTally _after = new(baseline);
    private readonly CauseTally _causes = new(edits);
    private readonly GravestChanges _gravest = new(gravest);
    private readonly TransferTally _stages = new();
    private readonly TransferTally _routes = new();
    private readonly LabelTally _labels = new();
    private readonly Dictionary<string, long> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _scores = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ChangeKind, long> _kinds = [];
    private long _unchanged;
    private long _gained;
    private long _lost;
    private long _tolerated;

    public void AddUnchanged(long leads) => _unchanged += leads;

    public void Add(ComparedLead lead)
    {
        var difference = lead.Difference;
        var cause = _causes.Add(lead);
        var change = new LeadChange(
            lead.Lead,
            difference.Kind,
            lead.Before,
            lead.After,
            difference.Fields,
            difference.Rules,
            cause
        );
        Count(lead);
        _gravest.Add(change);
        sink.Write(change);
    }

    /// <summary>A lead of a first run: it is new, and that is no finding.</summary>
    public void AddFirst(Outcome outcome, DriftPolicy policy)
    {
        _after.Add(outcome);
        _kinds[ChangeKind.New] = _kinds.GetValueOrDefault(ChangeKind.New) + 1;
        _stages.Add("", outcome.Stage ?? "");
        _routes.Add("", LastRoute(outcome));
        _labels.Add(null, outcome);
        if (policy.ReachesSales(outcome))
        {
            _gained++;
        }
    }

    public DriftSummary ToSummary()
    {
        var changed = _kinds.Values.Sum();
        var added = _kinds.GetValueOrDefault(ChangeKind.New);
        return new(
            new(
                changed + _unchanged,
                _gained,
                _lost,
                changed - _gained - _lost,
                _unchanged,
                [.. _kinds.Select(kind => new CountOf<ChangeKind>(kind.Key, kind.Value))]
            ),
            _tolerated,
            baseline,
            _after.ToTotals(),
            _stages.ToTransfers(baseline.Stages, added),
            _routes.ToTransfers(baseline.Routes, added),
            _rules.ToImmutableSortedDictionary(StringComparer.Ordinal),
            _scores.ToImmutableSortedDictionary(StringComparer.Ordinal),
            _causes.ToCauses(),
            _gravest.ToArray()
        )
        {
            Labels = _labels.ToTransfers(),
        };
    }

    public void Dispose() => _causes.Dispose();

    private void Count(ComparedLead lead)
    {
        var (before, after, difference) = (lead.Before, lead.After, lead.Difference);
        if (before is not null)
        {
            _after.Remove(before);
        }

        if (after is not null)
        {
            _after.Add(after);
        }

        _kinds[difference.Kind] = _kinds.GetValueOrDefault(difference.Kind) + 1;
        _gained += difference.Gained ? 1 : 0;
        _lost += difference.Lost ? 1 : 0;
        _tolerated += difference.Tolerated ? 1 : 0;
        _stages.Add(before?.Stage ?? "", after?.Stage ?? "");
        _routes.Add(LastRoute(before), LastRoute(after));
        _labels.Add(before, after);
        foreach (var delta in difference.Rules)
        {
            Count(_rules, delta.Rule);
        }

        foreach (var field in difference.Fields)
        {
            if (field.StartsWith("scores.", StringComparison.Ordinal))
            {
                Count(_scores, field["scores.".Length..]);
            }
        }
    }

    private static string LastRoute(Outcome? outcome) =>
        outcome is null || outcome.Routes.IsEmpty ? "" : outcome.Routes[^1].To;

    private static void Count(Dictionary<string, long> counts, string name)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _);
        count++;
    }
}
