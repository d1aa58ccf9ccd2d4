using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>A run that is over.</summary>
/// <param name="Untold">Why its mail could not be queued; null: it was, or it is no news.</param>
internal sealed record EndedRun(RunRecord Record, Exception? Untold);
