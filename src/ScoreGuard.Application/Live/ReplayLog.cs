using ScoreGuard.Domain;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>The journal of one replay and where it stands by it.</summary>
internal sealed class ReplayLog
{
    private readonly IReplayJournal _journal;
    private readonly TimeProvider _time;

    private ReplayLog(IReplayJournal journal, string mark, ReplayState state, TimeProvider time)
    {
        _journal = journal;
        _time = time;
        Mark = mark;
        State = state;
    }

    public string Mark { get; }

    public ReplayState State { get; }

    public Instant Now => new(_time.GetUtcNow().ToUnixTimeMilliseconds());

    public static async Task<ReplayLog> OpenAsync(
        IReplayJournal journal,
        string mark,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => new(journal, mark, ReplayState.Of(await journal.ReadAsync(mark, cancellationToken)), time);

    /// <exception cref="ReplayTaken">Another process wrote in between.</exception>
    public async Task WriteAsync(JournalStep step, IEnumerable<JournalItem> items, CancellationToken cancellationToken)
    {
        var entry = new JournalEntry(step, Now, [.. items]);
        if (!await _journal.TryAppendAsync(Mark, State.Entries, entry, cancellationToken))
        {
            throw new ReplayTaken(Mark);
        }

        State.Add(entry);
    }

    public Task WriteAsync(JournalStep step, IEnumerable<CaseKey> cases, CancellationToken cancellationToken) =>
        WriteAsync(step, cases.Select(one => new JournalItem(one.ToString(), null, null)), cancellationToken);

    /// <summary>How long ago something was written.</summary>
    public TimeSpan Since(Instant at) =>
        _time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(at.UnixMilliseconds);
}
