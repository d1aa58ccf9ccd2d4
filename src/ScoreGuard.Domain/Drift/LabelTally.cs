using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Domain.Drift;

/// <summary>Which labels leads got in the place of which. One thread's.</summary>
internal sealed class LabelTally
{
    private readonly Dictionary<string, Dictionary<(string Before, string After), long>> _moves = new(
        StringComparer.Ordinal
    );

    /// <param name="before">Null: the lead is new.</param>
    /// <param name="after">Null: the lead has vanished.</param>
    public void Add(Outcome? before, Outcome? after)
    {
        foreach (var (dimension, now) in after?.Labels ?? [])
        {
            Add(dimension, before?.FindLabel(dimension) ?? "", now);
        }

        foreach (var (dimension, was) in before?.Labels ?? [])
        {
            if (string.IsNullOrEmpty(after?.FindLabel(dimension)))
            {
                Add(dimension, was, "");
            }
        }
    }

    /// <summary>Dimensions by name; in each the moves of most leads first.</summary>
    public ImmutableArray<LabelTransfers> ToTransfers() =>
        [
            .. _moves
                .OrderBy(moves => moves.Key, StringComparer.Ordinal)
                .Select(moves => new LabelTransfers(
                    moves.Key,
                    [
                        .. moves
                            .Value.OrderByDescending(move => move.Value)
                            .ThenBy(move => move.Key.Before, StringComparer.Ordinal)
                            .ThenBy(move => move.Key.After, StringComparer.Ordinal)
                            .Select(move => new Transfer(move.Key.Before, move.Key.After, move.Value)),
                    ]
                )),
        ];

    private void Add(string dimension, string was, string now)
    {
        if (string.Equals(was, now, StringComparison.Ordinal))
        {
            return;
        }

        ref var moves = ref CollectionsMarshal.GetValueRefOrAddDefault(_moves, dimension, out _);
        moves ??= [];
        CollectionsMarshal.GetValueRefOrAddDefault(moves, (was, now), out _)++;
    }
}
