namespace ScoreGuard.Application.Live;

/// <summary>What the janitor found.</summary>
/// <param name="Replays">Of this workspace that had not been cleaned up after.</param>
/// <param name="Listed">Synthetic records that the platform lists now.</param>
/// <param name="Forgotten">Those of them that are older than a day.</param>
/// <param name="Removed">Whether the forgotten ones were removed.</param>
public sealed record JanitorReport(int Replays, int Listed, int Forgotten, bool Removed);
