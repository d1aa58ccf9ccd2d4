using System.Collections.Concurrent;

namespace ScoreGuard.Targets.Model;

/// <summary>A few models, for as long as the process lives. Safe for many callers.</summary>
public sealed class MemoryModelCache : IModelCache
{
    private const int MostModels = 32;

    private readonly ConcurrentDictionary<string, CachedModel> _models = new(StringComparer.Ordinal);

    public Task<CachedModel?> FindAsync(string url, CancellationToken cancellationToken) =>
        Task.FromResult(_models.GetValueOrDefault(url));

    public Task SaveAsync(string url, CachedModel model, CancellationToken cancellationToken)
    {
        if (_models.Count >= MostModels && !_models.ContainsKey(url))
        {
            _models.Clear();
        }

        _models[url] = model;
        return Task.CompletedTask;
    }
}
