using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Baselines;

/// <summary>The versions of one workspace's baseline. One small pointer says which is current; it alone ever moves.</summary>
public interface IBaselineStore
{
    /// <summary>The current version, or <see cref="BaselineLookup.Missing"/>: absence is never mistaken for damage.</summary>
    /// <exception cref="StoreDamage">There is one, and it cannot be trusted.</exception>
    /// <exception cref="StorageFault">It could not be asked.</exception>
    Task<BaselineLookup> FindCurrentAsync(CancellationToken cancellationToken);

    /// <summary>An earlier or the current version; null where that version was never approved.</summary>
    Task<Baseline?> FindAsync(int version, CancellationToken cancellationToken);

    /// <summary>Makes <paramref name="next"/> current if its version is one more than the current one.</summary>
    /// <returns>False: somebody else promoted meanwhile, nothing was changed.</returns>
    Task<bool> TryPromoteAsync(Baseline next, CancellationToken cancellationToken);

    /// <summary>Every approved version, oldest first.</summary>
    Task<ImmutableArray<Baseline>> ListAsync(CancellationToken cancellationToken);
}
