using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Baselines;

/// <summary>Which shards make up which outcomes, addressed by root. Their lines are in the shard store.</summary>
public interface IOutcomeSetStore
{
    Task SaveAsync(OutcomeSet set, CancellationToken cancellationToken);

    /// <exception cref="StoreDamage">It is gone or is not what was stored.</exception>
    Task<OutcomeSet> GetAsync(string root, CancellationToken cancellationToken);
}
