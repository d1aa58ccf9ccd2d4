using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Runs;

/// <summary>The history of one workspace. Append-only: nothing recorded is ever changed or taken away.</summary>
public interface IRunStore
{
    /// <summary>Records a run. The very same record once more changes nothing: the answer to the first attempt may have got lost.</summary>
    /// <exception cref="StorageFault">It could not be written, or another run of that name is recorded already.</exception>
    Task AppendAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>The run of that name, or null. A text that is no run's name finds nothing.</summary>
    Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs, newest first, at most <paramref name="limit"/>.</summary>
    Task<ImmutableArray<RunRecord>> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The newest run of the workspace's own model whose verdict says something about drift; null: there is none.</summary>
    Task<RunRecord?> FindLastJudgedAsync(CancellationToken cancellationToken);

    /// <summary>Records a decision that moves no baseline by itself: a reject, or the accept of a preview.</summary>
    Task AppendAsync(Decision decision, CancellationToken cancellationToken);

    /// <summary>Decisions recorded here, oldest first. Those that made a baseline are kept with it.</summary>
    Task<ImmutableArray<Decision>> ListDecisionsAsync(CancellationToken cancellationToken);
}
