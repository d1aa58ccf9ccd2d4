using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Domain.Leads;

/// <summary>A frozen population: what a baseline is an outcome of. Never regenerated, since a seed is not an identity.</summary>
/// <param name="Root">Digest over the digests of its shards: its identity.</param>
/// <param name="Digest">SHA-256 of all its JSON lines in order.</param>
/// <param name="AsOf">The instant up to which its leads are replayed.</param>
/// <param name="Source">The plan or lead file that it was made from, as the workspace names it.</param>
/// <param name="SourceHash">Hash of the plan's meaning, or of the lead file's bytes: tells when it has changed since.</param>
/// <param name="Generator">What made it, with version; <c>file</c> where the leads were given.</param>
public sealed record LeadSet(
    string Root,
    string Digest,
    long Leads,
    Instant AsOf,
    string Source,
    string SourceHash,
    string Generator,
    Instant FrozenAt,
    ImmutableArray<Shard> Shards
);
