using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Baselines;

/// <summary>The outcomes of a whole lead set, in its order.</summary>
/// <param name="Root">Digest over the digests of its shards.</param>
/// <param name="Totals">Sums over all its leads, so that a report need not read those that did not change.</param>
public sealed record OutcomeSet(string Root, ImmutableArray<Shard> Shards, OutcomeTotals Totals)
{
    public static OutcomeSet Of(ImmutableArray<Shard> shards, OutcomeTotals totals) =>
        new(Shard.Root(shards), shards, totals);
}
