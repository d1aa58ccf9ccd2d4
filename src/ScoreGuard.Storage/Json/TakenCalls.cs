namespace ScoreGuard.Storage.Json;

/// <summary>How many calls of an account were taken.</summary>
internal sealed record TakenCalls(int Calls);
