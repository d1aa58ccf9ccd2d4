using System.Collections.Immutable;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>What became of a lead, beside what it was.</summary>
/// <param name="Persona">Null: nobody said.</param>
/// <param name="Attributes">Those of the columns, in their order; null: the lead has none.</param>
public sealed record OutcomeRow(string? Persona, ImmutableArray<string?> Attributes, Outcome Outcome);
