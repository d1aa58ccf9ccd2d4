using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Cli.Terminals;

/// <summary>
/// A journal that tells on the error stream what a replay does on its platform, a line for each step that takes a while: a run
/// lasts minutes, most of which nothing happens but waiting.
/// </summary>
internal sealed class ReplayProgress(IReplayJournal journal) : IReplayJournal
{
    private string _last = "";

    /// <summary>The same workspace with such a journal, where somebody can see it.</summary>
    public static WorkspaceContext Around(WorkspaceContext context) =>
        Screen.HasProgress
            ? context with
            {
                Stores = context.Stores with { Journal = new ReplayProgress(context.Stores.Journal) },
            }
            : context;

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
        if (done && Find(entry) is { } phase && phase != _last)
        {
            _last = phase;
            Screen.Error(phase);
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
            JournalStep.Ended => "Removing the synthetic records …",
            _ => null,
        };
}
