using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>A journal before and after each of whose entries the process may die.</summary>
internal sealed class MinedJournal(IReplayJournal journal, Bomb bomb) : IReplayJournal
{
    public Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken) =>
        journal.ListAsync(cancellationToken);

    public Task<ImmutableArray<JournalEntry>> ReadAsync(string mark, CancellationToken cancellationToken) =>
        journal.ReadAsync(mark, cancellationToken);

    public async Task<bool> TryAppendAsync(
        string mark,
        int number,
        JournalEntry entry,
        CancellationToken cancellationToken
    )
    {
        bomb.Tick();
        var done = await journal.TryAppendAsync(mark, number, entry, cancellationToken);
        bomb.Tick();
        return done;
    }

    public async Task RemoveAsync(string mark, CancellationToken cancellationToken)
    {
        bomb.Tick();
        await journal.RemoveAsync(mark, cancellationToken);
        bomb.Tick();
    }
}
