namespace ScoreGuard.Storage.Json;

/// <summary>Whose turn it is.</summary>
internal sealed record RunTurnHolder(string Run);
