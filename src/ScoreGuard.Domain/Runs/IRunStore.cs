using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Runs;

/// <summary>The history of one workspace. Append-only: nothing recorded is ever changed or taken away.</summary>
public interface IRunStore
{
    /// <exception cref="StorageFault">It could not be written, or a run of that name is recorded already.</exception>
    Task AppendAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>The run of that name, or null. A text that is no run's name finds nothing.</summary>
    Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs, newest first, at most <paramref name="limit"/>.</summary>
    Task<ImmutableArray<RunRecord>> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Runs whose names come before <paramref name="before"/>, newest first, at most <paramref name="limit"/>.</summary>
    /// <remarks>A store that can begin its list there does so; this reads from the newest on, in ever larger pieces.</remarks>
    async Task<ImmutableArray<RunRecord>> ListAsync(string before, int limit, CancellationToken cancellationToken)
    {
        for (var read = limit; ; read = (int)Math.Min(read * 4L, int.MaxValue))
        {
            var runs = await ListAsync(read, cancellationToken);
            ImmutableArray<RunRecord> earlier =
            [
                .. runs.Where(run => string.CompareOrdinal(run.Id, before) < 0).Take(limit),
            ];
            if (earlier.Length == limit || runs.Length < read)
            {
                return earlier;
            }
        }
    }

    /// <summary>Records a decision that moves no baseline by itself: a reject, or the accept of a preview.</summary>
    Task AppendAsync(Decision decision, CancellationToken cancellationToken);

    /// <summary>Decisions recorded here, oldest first. Those that made a baseline are kept with it.</summary>
    Task<ImmutableArray<Decision>> ListDecisionsAsync(CancellationToken cancellationToken);
}
