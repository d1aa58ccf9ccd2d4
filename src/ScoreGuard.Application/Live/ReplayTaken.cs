namespace ScoreGuard.Application.Live;

/// <summary>Somebody else goes on with this replay; whoever gets this stops at once and touches nothing.</summary>
internal sealed class ReplayTaken(string mark) : Exception($"Another process goes on with the replay {mark}.");
