using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Documents;

/// <summary><c>replays/MARK</c>, one a replay, and <c>replay-MARK/000001</c> and so on, one a step.</summary>
internal sealed class DocumentReplayJournal(IDocuments documents) : IReplayJournal
{
    private const string Replays = "replays";

    public async Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await documents.ListAsync(Replays, cancellationToken)).Select(document => document.Key)];

    public async Task<ImmutableArray<JournalEntry>> ReadAsync(string mark, CancellationToken cancellationToken) =>
        [.. (await documents.ListAsync(KindOf(mark), cancellationToken)).Select(Read)];

    public async Task<bool> TryAppendAsync(
        string mark,
        int number,
        JournalEntry entry,
        CancellationToken cancellationToken
    )
    {
        if (number == 0)
        {
            // Listed before there is anything to find: a replay that nobody lists nobody cleans up after.
            var listed = SealedDocument.Write(new ReplayMark(mark), StoredJson.Default.ReplayMark);
            await documents.TryWriteAsync(Replays, mark, listed, null, cancellationToken);
        }

        var content = SealedDocument.Write(entry, StoredJson.Default.JournalEntry);
        return await documents.TryWriteAsync(KindOf(mark), KeyOf(number), content, null, cancellationToken);
    }

    public async Task RemoveAsync(string mark, CancellationToken cancellationToken)
    {
        // The last entry first: what is left when this is cut short is the beginning of the same replay.
        var entries = await documents.ListAsync(KindOf(mark), cancellationToken);
        foreach (var entry in entries.Reverse())
        {
            await documents.RemoveAsync(KindOf(mark), entry.Key, cancellationToken);
        }

        await documents.RemoveAsync(Replays, mark, cancellationToken);
    }

    private static JournalEntry Read(StoredDocument document) =>
        SealedDocument.Read(document.Content.Span, StoredJson.Default.JournalEntry, $"journal entry {document.Key}");

    private static string KindOf(string mark) =>
        mark.Length is > 0 and <= 60 && mark.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '-')
            ? $"replay-{mark}"
            : throw new ArgumentException($"'{mark}' is no mark of a replay.", nameof(mark));

    private static string KeyOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
