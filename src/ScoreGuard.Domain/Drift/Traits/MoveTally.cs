using System.Collections.Immutable;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>How far the scores of a cause's leads moved, while they come in.</summary>
internal sealed class MoveTally
{
    private const int MostDimensions = 50;

    private readonly Dictionary<string, ScoreMove> _moves = new(StringComparer.Ordinal);

    public void Add(Outcome before, Outcome after)
    {
        foreach (var (dimension, now) in after.Scores)
        {
            Add(dimension, before.FindScore(dimension)?.Value, now);
        }

        foreach (var (dimension, was) in before.Scores)
        {
            if (after.FindScore(dimension) is null)
            {
                Add(dimension, was, null);
            }
        }
    }

    /// <summary>In the order in which the dimensions were met.</summary>
    public ImmutableArray<ScoreMove> ToMoves() => [.. _moves.Values];

    private void Add(string dimension, decimal? was, decimal? now)
    {
        if (!_moves.TryGetValue(dimension, out var move))
        {
            if (_moves.Count >= MostDimensions)
            {
                return;
            }

            move = new(dimension, null, null, 0);
        }

        var by = now - was;
        _moves[dimension] = by is null
            ? move with
            {
                OneSided = move.OneSided + (was == now ? 0 : 1),
            }
            : move with
            {
                Least = move.Least is { } least ? Math.Min(least, by.Value) : by,
                Most = move.Most is { } most ? Math.Max(most, by.Value) : by,
            };
    }
}
