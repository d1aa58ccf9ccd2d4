using ScoreGuard.Domain;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>A run that somebody wants.</summary>
/// <param name="Reason">Why; hostile text.</param>
/// <param name="By">Who; hostile text.</param>
/// <param name="Candidate">The model that a preview tries; null: the workspace's own is judged.</param>
/// <param name="Occurrence">Of a timer: ordering the same occurrence again gives the same run. Null: it is ordered now.</param>
public sealed record RunOrder(string Workspace, string Reason, string By, byte[]? Candidate, Instant? Occurrence);
