using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Storage.Azure;

/// <summary><c>WORKSPACE/models/….json</c>: canonical forms.</summary>
internal sealed class AzureModelStore(StoreContainer container, string workspace) : IModelStore
{
    public Task SaveAsync(string hash, string canonical, CancellationToken cancellationToken) =>
        container.AddAsync(NameOf(hash), new BinaryData(canonical), cancellationToken);

    public async Task<string?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        var name = NameOf(hash);
        return await container.FindAsync(name, cancellationToken) is not { } content ? null
            : Sha256Text.Of(content.ToMemory().Span) == hash ? content.ToString()
            : throw AzureDamage.Altered(container.NameOf(name));
    }

    private string NameOf(string hash) => $"{workspace}/models/{AzureKeys.Hex(hash)}.json";
}
