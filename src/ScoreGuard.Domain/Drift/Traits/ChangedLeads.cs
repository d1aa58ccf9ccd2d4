using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ScoreGuard.Domain.Replay;

namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>
/// Remembers of every changed lead to which cause it belongs, at some 40 bytes a lead, and how far its scores moved; passes it
/// on. One thread's.
/// </summary>
public sealed class ChangedLeads(IChangeSink next) : IChangeSink
{
    private readonly Dictionary<UInt128, int> _leads = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<(string Cause, MoveTally Moves)> _causes = [];

    public bool IsEmpty => _causes.Count == 0;

    public void Write(LeadChange change)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, change.Cause, out var isKnown);
        if (!isKnown)
        {
            place = _causes.Count;
            _causes.Add((change.Cause, new()));
        }

        _leads[LeadKey.Of(change.Lead)] = place;
        if (change is { Before: { } before, After: { } after })
        {
            _causes[place].Moves.Add(before, after);
        }

        next.Write(change);
    }

    /// <summary>The id of the cause that a lead belongs to; null: it did not change.</summary>
    public string? FindCause(string lead) =>
        _leads.TryGetValue(LeadKey.Of(lead), out var place) ? _causes[place].Cause : null;

    public ImmutableArray<ScoreMove> MovesOf(string cause) =>
        _places.TryGetValue(cause, out var place) ? _causes[place].Moves.ToMoves() : [];
}
