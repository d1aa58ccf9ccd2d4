using System.Collections.Immutable;

namespace ScoreGuard.Domain.Targets;

/// <summary>
/// What replays into live platforms did, step by step, so that one which was killed goes on, or is cleaned up after. Every
/// intent is written before it is carried out, every result after it.
/// </summary>
public interface IReplayJournal
{
    /// <summary>The marks of replays that have a journal, in order.</summary>
    Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>A replay's entries in their order; empty: it has none.</summary>
    Task<ImmutableArray<JournalEntry>> ReadAsync(string mark, CancellationToken cancellationToken);

    /// <param name="number">How many entries stand before it.</param>
    /// <returns>False: there is one of that number already, for somebody else goes on with this replay.</returns>
    Task<bool> TryAppendAsync(string mark, int number, JournalEntry entry, CancellationToken cancellationToken);

    /// <summary>Forgets a replay; one that is unknown is no error.</summary>
    Task RemoveAsync(string mark, CancellationToken cancellationToken);
}
