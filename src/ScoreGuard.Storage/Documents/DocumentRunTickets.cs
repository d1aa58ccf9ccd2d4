using System.Collections.Immutable;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Documents;

/// <summary><c>tickets/RUN</c>, one a run, and <c>turn/turn</c>, which says whose turn it is.</summary>
internal sealed class DocumentRunTickets(IDocuments documents) : IRunTickets
{
    private const string Tickets = "tickets";
    private const string Turn = "turn";

    public Task<bool> TryAddAsync(RunTicket ticket, CancellationToken cancellationToken) =>
        documents.TryWriteAsync(Tickets, ticket.Id, Bytes(ticket), null, cancellationToken);

    public async Task<HeldTicket?> FindAsync(string run, CancellationToken cancellationToken) =>
        RunId.IsRunId(run) && await documents.FindAsync(Tickets, run, cancellationToken) is { } document
            ? new(Read(document), document.Version)
            : null;

    public Task<bool> TryReplaceAsync(HeldTicket held, RunTicket next, CancellationToken cancellationToken) =>
        documents.TryWriteAsync(Tickets, held.Ticket.Id, Bytes(next), held.Version, cancellationToken);

    public async Task<ImmutableArray<RunTicket>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await documents.ListAsync(Tickets, cancellationToken)).Select(Read).OrderBy(ticket => ticket.RequestedAt)];

    public async Task<bool> TryTakeTurnAsync(string run, CancellationToken cancellationToken)
    {
        var current = await documents.FindAsync(Turn, Turn, cancellationToken);
        return current is null
            ? await documents.TryWriteAsync(
                Turn,
                Turn,
                SealedDocument.Write(new RunTurnHolder(run), StoredJson.Default.RunTurnHolder),
                null,
                cancellationToken
            )
            : Holder(current).Run == run;
    }

    public async Task<string?> FindTurnAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(Turn, Turn, cancellationToken) is { } document ? Holder(document).Run : null;

    public async Task EndTurnAsync(string run, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(Turn, Turn, cancellationToken) is { } document && Holder(document).Run == run)
        {
            // Whoever ends the same turn a moment earlier lets another run take it, whose turn is not this one.
            await documents.TryRemoveAsync(Turn, Turn, document.Version, cancellationToken);
        }
    }

    public Task RemoveAsync(string run, CancellationToken cancellationToken) =>
        documents.RemoveAsync(Tickets, run, cancellationToken);

    private static byte[] Bytes(RunTicket ticket) => SealedDocument.Write(ticket, StoredJson.Default.RunTicket);

    private static RunTicket Read(StoredDocument document) =>
        SealedDocument.Read(document.Content.Span, StoredJson.Default.RunTicket, $"ticket {document.Key}");

    private static RunTurnHolder Holder(StoredDocument document) =>
        SealedDocument.Read(document.Content.Span, StoredJson.Default.RunTurnHolder, "the turn");
}
