using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Leads;

/// <summary>The lead sets of one workspace, of which one is current. Their lines are in the shard store.</summary>
public interface ILeadSetStore
{
    /// <summary>The current set, or null before the first.</summary>
    /// <exception cref="StoreDamage">What is stored cannot be read.</exception>
    Task<LeadSet?> FindCurrentAsync(CancellationToken cancellationToken);

    /// <summary>The set of that root, current or replaced; null where there never was one.</summary>
    Task<LeadSet?> FindAsync(string root, CancellationToken cancellationToken);

    /// <summary>Makes <paramref name="next"/> current if the current one still has <paramref name="expectedRoot"/> (null: there is none).</summary>
    /// <returns>False: somebody else replaced it meanwhile, nothing was changed.</returns>
    Task<bool> TryReplaceAsync(LeadSet next, string? expectedRoot, CancellationToken cancellationToken);
}
