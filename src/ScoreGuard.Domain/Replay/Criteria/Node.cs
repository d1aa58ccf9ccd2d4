using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>A criterion, compiled.</summary>
internal abstract class Node
{
    public abstract Trit Ask(LeadState lead);

    /// <summary>The leaves that keep it from being true now (or from being false, under a <c>not</c>), for the trace.</summary>
    /// <param name="wanted">What it ought to be.</param>
    public abstract IEnumerable<(Criterion Leaf, Trit Answer)> Obstacles(LeadState lead, Trit wanted);
}
