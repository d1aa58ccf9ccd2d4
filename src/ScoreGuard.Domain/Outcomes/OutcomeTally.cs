using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>Adds outcomes up, and takes them off again: the totals of a population from those of another and what differs.</summary>
/// <remarks>Memory grows with distinct names and score values, not with leads. One thread's.</remarks>
public sealed class OutcomeTally
{
    private const char Between = '\n';

    private readonly Dictionary<string, long> _stages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DimensionTally> _scores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Leads, decimal Points)> _rules = new(StringComparer.Ordinal);
    private long _leads;

    public OutcomeTally() { }

    public OutcomeTally(OutcomeTotals from)
    {
        _leads = from.Leads;
        foreach (var (name, leads) in from.Stages)
        {
            _stages.Add(name, leads);
        }

        foreach (var (name, leads) in from.Routes)
        {
            _routes.Add(name, leads);
        }

        foreach (var (stages, leads) in from.Reached)
        {
            _reached.Add(string.Join(Between, stages), leads);
        }

        foreach (var (name, unscored, values) in from.Scores)
        {
            var scores = new DimensionTally { Unscored = unscored };
            foreach (var (value, leads) in values)
            {
                scores.Values.Add(value, leads);
            }

            _scores.Add(name, scores);
        }

        foreach (var (id, leads, points) in from.Rules)
        {
            _rules.Add(id, (leads, points));
        }
    }

    public void Add(Outcome outcome) => Count(outcome, 1);

    public void Remove(Outcome outcome) => Count(outcome, -1);

    public OutcomeTotals ToTotals() =>
        new(
            _leads,
            Sorted(_stages),
            Sorted(_routes),
            [
                .. Sorted(_reached)
                    .Select(set => new OutcomeTotals.StageSet(
                        set.Name.Length == 0 ? [] : [.. set.Name.Split(Between)],
                        set.Leads
                    )),
            ],
            [
                .. _scores
                    .Where(scores => scores.Value.Any)
                    .OrderBy(scores => scores.Key, StringComparer.Ordinal)
                    .Select(scores => scores.Value.ToTotals(scores.Key)),
            ],
            [
                .. _rules
                    .Where(rule => rule.Value.Leads != 0)
                    .OrderBy(rule => rule.Key, StringComparer.Ordinal)
                    .Select(rule => new OutcomeTotals.Rule(rule.Key, rule.Value.Leads, rule.Value.Points)),
            ]
        );

    private void Count(Outcome outcome, int sign)
    {
        _leads += sign;
        Count(_stages, outcome.Stage ?? "", sign);
        Count(_routes, outcome.Routes.IsEmpty ? "" : outcome.Routes[^1].To, sign);
        Count(_reached, ReachedKey(outcome), sign);
        foreach (var (dimension, value) in outcome.Scores)
        {
            ref var scores = ref CollectionsMarshal.GetValueRefOrAddDefault(_scores, dimension, out _);
            scores ??= new DimensionTally();
            scores.Count(value, sign);
        }

        foreach (var (rule, points) in outcome.Rules)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_rules, rule, out _);
            sum = (sum.Leads + sign, sum.Points + (sign * points));
        }
    }

    private static string ReachedKey(Outcome outcome)
    {
        if (outcome.History.Length < 2)
        {
            return outcome.History.IsEmpty ? "" : outcome.History[0].Stage;
        }

        var stages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in outcome.History)
        {
            stages.Add(entry.Stage);
        }

        return string.Join(Between, stages);
    }

    private static void Count(Dictionary<string, long> counts, string name, int sign)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _);
        count += sign;
    }

    private static ImmutableArray<OutcomeTotals.Tally> Sorted(Dictionary<string, long> counts) =>
        [
            .. counts
                .Where(count => count.Value != 0)
                .OrderBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => new OutcomeTotals.Tally(count.Key, count.Value)),
        ];

    private sealed class DimensionTally
    {
        public long Unscored { get; set; }

        public Dictionary<decimal, long> Values { get; } = [];

        public bool Any => Unscored != 0 || Values.Any(value => value.Value != 0);

        public void Count(decimal? value, int sign)
        {
            if (value is not { } score)
            {
                Unscored += sign;
                return;
            }

            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(Values, score, out _);
            count += sign;
        }

        public OutcomeTotals.Dimension ToTotals(string name) =>
            new(
                name,
                Unscored,
                [
                    .. Values
                        .Where(value => value.Value != 0)
                        .OrderBy(value => value.Key)
                        .Select(value => new OutcomeTotals.ValueCount(value.Key, value.Value)),
                ]
            );
    }
}
