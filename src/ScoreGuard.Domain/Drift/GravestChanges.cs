using System.Collections.Immutable;

namespace ScoreGuard.Domain.Drift;

/// <summary>Keeps the gravest few of many changes: by kind, then by how far a score moved, then the earlier lead.</summary>
internal sealed class GravestChanges(int limit)
{
    private readonly PriorityQueue<LeadChange, Rank> _kept = new(MildestFirst.Instance);
    private long _seen;

    public void Add(LeadChange change)
    {
        var rank = new Rank(change.Kind, Movement(change), _seen++);
        if (_kept.Count < limit)
        {
            _kept.Enqueue(change, rank);
        }
        else if (limit > 0)
        {
            _kept.EnqueueDequeue(change, rank);
        }
    }

    /// <summary>Gravest first.</summary>
    public ImmutableArray<LeadChange> ToArray() =>
        [
            .. _kept
                .UnorderedItems.OrderByDescending(item => item.Priority, MildestFirst.Instance)
                .Select(item => item.Element),
        ];

    private static decimal Movement(LeadChange change)
    {
        if (change.Before is not { } before || change.After is not { } after)
        {
            return 0;
        }

        var most = 0m;
        foreach (var (dimension, value) in after.Scores)
        {
            foreach (var was in before.Scores)
            {
                if (string.Equals(was.Dimension, dimension, StringComparison.Ordinal))
                {
                    most = Math.Max(most, Math.Abs((value ?? 0) - (was.Value ?? 0)));
                }
            }
        }

        return most;
    }

    private readonly record struct Rank(ChangeKind Kind, decimal Movement, long Place);

    private sealed class MildestFirst : IComparer<Rank>
    {
        public static MildestFirst Instance { get; } = new();

        public int Compare(Rank x, Rank y)
        {
            var kind = y.Kind.CompareTo(x.Kind);
            if (kind != 0)
            {
                return kind;
            }

            var movement = x.Movement.CompareTo(y.Movement);
            return movement != 0 ? movement : y.Place.CompareTo(x.Place);
        }
    }
}
