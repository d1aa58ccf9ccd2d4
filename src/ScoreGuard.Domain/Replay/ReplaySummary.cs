namespace ScoreGuard.Domain.Replay;

/// <param name="Leads">How many leads were replayed.</param>
public readonly record struct ReplaySummary(long Leads);
