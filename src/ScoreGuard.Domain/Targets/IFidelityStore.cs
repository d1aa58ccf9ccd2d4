using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Targets;

/// <summary>The last comparison of a workspace's read configuration with the platform itself.</summary>
public interface IFidelityStore
{
    /// <summary>Null: there was none yet.</summary>
    Task<FidelityFacts?> FindLastAsync(CancellationToken cancellationToken);

    Task SaveAsync(FidelityFacts facts, CancellationToken cancellationToken);
}
