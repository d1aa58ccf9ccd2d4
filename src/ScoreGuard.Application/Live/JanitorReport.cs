namespace ScoreGuard.Application.Live;

/// <summary>What the janitor found and did.</summary>
/// <param name="Replays">Of this workspace that had not been cleaned up after, and now are.</param>
/// <param name="Removed">Records of theirs that were removed.</param>
/// <param name="Listed">Synthetic records that the platform lists besides, of other workspaces or runs at work.</param>
/// <param name="Forgotten">Those of them that are older than a day.</param>
/// <param name="RemovedForgotten">Whether the forgotten ones were removed.</param>
public sealed record JanitorReport(int Replays, int Removed, int Listed, int Forgotten, bool RemovedForgotten);
