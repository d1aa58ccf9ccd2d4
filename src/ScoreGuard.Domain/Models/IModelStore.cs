namespace ScoreGuard.Domain.Models;

/// <summary>Models that runs were made with, in canonical form, addressed by <see cref="ScoringModel.Hash"/>.</summary>
public interface IModelStore
{
    /// <summary>Stores a canonical form under its hash; storing it again changes nothing.</summary>
    Task SaveAsync(string hash, string canonical, CancellationToken cancellationToken);

    /// <summary>The canonical form, checked against its hash; null where it was never stored.</summary>
    Task<string?> FindAsync(string hash, CancellationToken cancellationToken);
}
