using System.Collections.Immutable;
using ScoreGuard.Domain.Drift.Traits;

namespace ScoreGuard.Domain.Drift;

/// <summary>
/// Leads moved by the same thing, which is one decision: by the same edits of the model to the same kind of change (other
/// grades, labels, scores and details count as one kind); where no edit explains them, in the same parts of the outcome by
/// the same rules and transitions.
/// </summary>
/// <param name="Id">Stable for the same group of the same evidence: short, from a hash of what defines it.</param>
/// <param name="Kinds">How many leads of each kind of change.</param>
/// <param name="Fields">Parts of the outcome that differ for some of its leads, those of most leads first; at most fifty.</param>
/// <param name="Rules">
/// Ids of rules, transitions, routing rules or SLAs that made the difference for some of its leads, those of most leads
/// first; at most fifty, may be empty.
/// </param>
/// <param name="Edits">Sentences of the model edits behind it, in the order of all edits; empty where none explains it.</param>
/// <param name="Examples">Ids of some of its leads, at most ten.</param>
/// <param name="Digest">SHA-256 over the before and after lines of all its leads: what a decision on it is bound to.</param>
public sealed record Cause(
    string Id,
    int Leads,
    ImmutableArray<CountOf<ChangeKind>> Kinds,
    ImmutableArray<string> Fields,
    ImmutableArray<string> Rules,
    ImmutableArray<string> Edits,
    ImmutableArray<string> Examples,
    string Digest
)
{
    /// <summary>What its leads have in common that unchanged leads have not, best first; only where no model says which rule moved them.</summary>
    public ImmutableArray<CommonTrait> Common { get; init; } = [];

    /// <summary>How far its leads' scores moved; only where <see cref="Common"/> is looked for.</summary>
    public ImmutableArray<ScoreMove> Moves { get; init; } = [];
}

public readonly record struct CountOf<T>(T What, long Count);
