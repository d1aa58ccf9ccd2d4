using ScoreGuard.Domain;

namespace ScoreGuard.Storage.Json;

/// <summary>Who holds the lock, for the message to whoever finds it held. The lock itself is the operating system's.</summary>
internal sealed record LockHolder(string Purpose, int ProcessId, Instant Since);
