namespace ScoreGuard.Targets.Model;

/// <summary>Models that were fetched, by their address; may forget at any time.</summary>
public interface IModelCache
{
    Task<CachedModel?> FindAsync(string url, CancellationToken cancellationToken);

    Task SaveAsync(string url, CachedModel model, CancellationToken cancellationToken);
}

/// <param name="Tag">What the server calls this version.</param>
public sealed record CachedModel(string Tag, ReadOnlyMemory<byte> Bytes);
