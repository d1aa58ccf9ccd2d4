using ScoreGuard.Domain;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>Which run it is, whatever it finds.</summary>
internal sealed record RunSubject(string Id, RunKind Kind, string Reason, Instant StartedAt);
