namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>An entity group transaction as it is sent.</summary>
internal sealed record Batch(string ContentType, ReadOnlyMemory<byte> Body, int Actions);
