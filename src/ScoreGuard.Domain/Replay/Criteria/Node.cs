using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>A criterion, compiled.</summary>
internal abstract class Node
{
    public abstract Trit Ask(LeadState lead);

    /// <summary>Its leaves with the answer that each gives now, for the trace.</summary>
    public abstract IEnumerable<(Criterion Leaf, Trit Answer)> Leaves(LeadState lead);
}
