namespace ScoreGuard.Storage.Json;

/// <summary>That there is a replay of that mark.</summary>
internal sealed record ReplayMark(string Mark);
