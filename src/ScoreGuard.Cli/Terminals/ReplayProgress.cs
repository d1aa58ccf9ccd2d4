using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Cli.Terminals;

/// <summary>
/// A journal that tells on the error stream what a replay does on its platform, a line for each step that takes a while: a run
/// lasts minutes, most of which nothing happens but waiting.
/// </summary>
internal sealed class ReplayProgress(IReplayJournal journal, TimeProvider time) : IReplayJournal
{
    private string _last = "";

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
        var done = await journal.TryAppendAsync(mark, number, entry, cancellationToken);
        if (done && Find(entry) is { } phase && (phase != _last || entry.Step == JournalStep.Looked))
        {
            _last = phase;
            Screen.Error(string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss} {phase}"));
        }

        return done;
    }

    public Task RemoveAsync(string mark, CancellationToken cancellationToken) =>
        journal.RemoveAsync(mark, cancellationToken);

    /// <summary>What begins with an entry; null: nothing that takes a while.</summary>
    private static string? Find(JournalEntry entry) =>
        entry.Step switch
        {
            JournalStep.Creating => $"Creating {Counted.Of(entry.Items.Length, "record")} …",
            JournalStep.Signalling => $"Letting {Counted.Of(entry.Items.Length, "lead")} act …",
            JournalStep.Complete => "Waiting until scores stay the same …",
            // The first item names whom the look was at.
            JournalStep.Looked => entry.Items.Length == 1
                ? "Looked: nothing changed."
                : $"Looked: {Counted.Of(entry.Items.Length - 1, "lead")} changed.",
            JournalStep.Ended => "Removing the synthetic records …",
            JournalStep.Cleaned => entry.Items.IsEmpty
                ? "Nothing is left."
                : $"{Counted.Of(entry.Items.Length, "record")} left behind.",
            _ => null,
        };
}
