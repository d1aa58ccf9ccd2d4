using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Artefacts;

/// <summary>Immutable packed lines, addressed by their content. Safe for many threads at once.</summary>
public interface IShardStore
{
    Task<bool> ContainsAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>Stores the lines that <paramref name="shard"/> was made of, whole or not at all; storing what is there already changes nothing.</summary>
    /// <exception cref="StorageFault">It could not be written.</exception>
    Task SaveAsync(Shard shard, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken);

    /// <summary>The lines of <paramref name="shard"/>, checked to be those that were stored as it.</summary>
    /// <exception cref="StoreDamage">It is gone or is not what was stored.</exception>
    /// <exception cref="StorageFault">It could not be read.</exception>
    Task<ShardBytes> ReadAsync(Shard shard, CancellationToken cancellationToken);
}
