using System.Collections.Immutable;

namespace ScoreGuard.Domain.Notifications;

/// <summary>What happened in all workspaces between two digests.</summary>
/// <param name="From">Exclusive.</param>
/// <param name="To">Inclusive.</param>
public sealed record WeeklyDigest(Instant From, Instant To, ImmutableArray<DigestWorkspace> Workspaces);
