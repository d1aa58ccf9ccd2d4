using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Documents;

/// <summary>Small documents of one workspace that change. Each change names the state that it replaces; of two, one is told no.</summary>
internal interface IDocuments
{
    /// <param name="kind">A constant: <c>tickets</c>.</param>
    /// <param name="key">Letters, digits and dashes.</param>
    /// <exception cref="StoreDamage">It is not what was written.</exception>
    /// <exception cref="StorageFault">It could not be asked.</exception>
    Task<StoredDocument?> FindAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Every document of a kind, by key.</summary>
    Task<ImmutableArray<StoredDocument>> ListAsync(string kind, CancellationToken cancellationToken);

    /// <param name="expected">The version that is replaced; null: there must be none.</param>
    /// <returns>False: it is in another state, nothing was changed. A write whose answer was lost and that did happen is no such refusal.</returns>
    Task<bool> TryWriteAsync(
        string kind,
        string key,
        ReadOnlyMemory<byte> content,
        string? expected,
        CancellationToken cancellationToken
    );

    /// <returns>False: it is in another state or gone, nothing was changed.</returns>
    Task<bool> TryRemoveAsync(string kind, string key, string expected, CancellationToken cancellationToken);

    /// <summary>Removes it in whatever state; one that is gone already is no error.</summary>
    Task RemoveAsync(string kind, string key, CancellationToken cancellationToken);
}

/// <param name="Version">Differs from that of every other state of the document.</param>
internal sealed record StoredDocument(string Key, ReadOnlyMemory<byte> Content, string Version);
