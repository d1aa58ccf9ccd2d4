namespace ScoreGuard.Application.Live;

/// <summary>A replay cannot be judged; it is ended and cleaned up after.</summary>
internal sealed class LiveStop(LiveProblem problem) : Exception(problem.Message)
{
    public LiveProblem Problem { get; } = problem;
}
