using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Documents;

/// <summary><c>fidelity/last</c>.</summary>
internal sealed class DocumentFidelityStore(IDocuments documents) : IFidelityStore
{
    private const string Fidelity = "fidelity";
    private const string Last = "last";
    private const int Attempts = 10;

    public async Task<FidelityFacts?> FindLastAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(Fidelity, Last, cancellationToken) is { } document
            ? SealedDocument.Read(document.Content.Span, StoredJson.Default.FidelityFacts, "the last fidelity check")
            : null;

    public async Task SaveAsync(FidelityFacts facts, CancellationToken cancellationToken)
    {
        var content = SealedDocument.Write(facts, StoredJson.Default.FidelityFacts);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var current = await documents.FindAsync(Fidelity, Last, cancellationToken);
            if (await documents.TryWriteAsync(Fidelity, Last, content, current?.Version, cancellationToken))
            {
                return;
            }
        }

        throw new StorageFault("write", "the fidelity check", new IOException("too many write to it"));
    }
}
