using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Application.Live;

/// <summary>What a platform made of a lead set: stored shards of outcomes, or errors that say why there are none.</summary>
internal sealed record LiveShards(ImmutableArray<Shard> Outcomes, ImmutableArray<Diagnostic> Diagnostics);
