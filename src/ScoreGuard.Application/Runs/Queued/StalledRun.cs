namespace ScoreGuard.Application.Runs.Queued;

/// <summary>A run that had not moved.</summary>
/// <param name="GiveUp">Why it is to be given up; null: its open steps were sent once more.</param>
public sealed record StalledRun(string Run, string? GiveUp);
