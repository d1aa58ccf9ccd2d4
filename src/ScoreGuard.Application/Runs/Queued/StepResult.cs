using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>What a step did, for logs and figures.</summary>
/// <param name="Moved">False: there was nothing to do, for it was done before or its turn has not come.</param>
/// <param name="Leads">Leads replayed.</param>
/// <param name="Finished">The run that ended with this step.</param>
/// <param name="Untold">Why readers are told nothing of that run; null: they are, or it is no news.</param>
public sealed record StepResult(bool Moved, long Leads, RunRecord? Finished, Exception? Untold = null)
{
    public static StepResult Nothing { get; } = new(false, 0, null);
}
