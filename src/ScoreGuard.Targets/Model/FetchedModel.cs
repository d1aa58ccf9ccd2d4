namespace ScoreGuard.Targets.Model;

/// <summary>A model as its address gave it.</summary>
/// <param name="Hash">Of its bytes: <c>sha256:…</c>.</param>
/// <param name="IsUnchanged">The server said that it is still what the cache holds.</param>
public sealed record FetchedModel(ReadOnlyMemory<byte> Bytes, string Hash, bool IsUnchanged);
