using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Documents;

/// <summary><c>calls/ACCOUNT</c>, one an account.</summary>
internal sealed class DocumentCallLedger(IDocuments documents) : ICallLedger
{
    private const string Calls = "calls";

    /// <summary>Others may take at the same moment, and only one of them wins each time.</summary>
    private const int Attempts = 100;

    public async Task<bool> TryTakeAsync(string account, int calls, int most, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var current = await documents.FindAsync(Calls, account, cancellationToken);
            var taken = current is null ? 0 : Read(current).Calls;
            if (calls > most - taken)
            {
                return false;
            }

            var content = SealedDocument.Write(new TakenCalls(taken + calls), StoredJson.Default.TakenCalls);
            if (await documents.TryWriteAsync(Calls, account, content, current?.Version, cancellationToken))
            {
                return true;
            }
        }

        throw new StorageFault("count", $"the calls of {account}", new IOException("too many write to it"));
    }

    private static TakenCalls Read(StoredDocument document) =>
        SealedDocument.Read(document.Content.Span, StoredJson.Default.TakenCalls, $"calls of {document.Key}");
}
