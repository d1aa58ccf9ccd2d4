using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <param name="Within">Milliseconds; 0: ever.</param>
internal sealed record CompiledCounter(TypeSet Types, Node? Where, long Within);
