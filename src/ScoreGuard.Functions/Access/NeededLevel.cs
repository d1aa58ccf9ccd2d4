namespace ScoreGuard.Functions.Access;

/// <summary>What an endpoint asks of whoever calls it.</summary>
internal sealed record NeededLevel(Level Level);
