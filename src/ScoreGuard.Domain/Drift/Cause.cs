using System.Collections.Immutable;

namespace ScoreGuard.Domain.Drift;

/// <summary>Leads moved by the same thing: the same parts of the outcome changed, by the same rules and transitions.</summary>
/// <param name="Id">Stable for the same group of the same evidence: short, from a hash of what defines it.</param>
/// <param name="Kinds">How many leads of each kind of change.</param>
/// <param name="Rules">Ids of the rules, transitions or routing rules that made the difference; may be empty.</param>
/// <param name="Edits">Sentences of the model edits that touch these rules; empty where the model did not change.</param>
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
);

public readonly record struct CountOf<T>(T What, long Count);
