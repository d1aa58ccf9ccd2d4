namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>What changed leads have in common that unchanged leads have not, or nearly so. A coincidence, never a proof.</summary>
/// <param name="Having">How many of the changed leads have it.</param>
/// <param name="Leads">How many changed leads were looked at.</param>
/// <param name="UnchangedHaving">How many of the unchanged leads have it too.</param>
/// <param name="Unchanged">How many unchanged leads there are.</param>
public sealed record CommonTrait(Trait Trait, long Having, long Leads, long UnchangedHaving, long Unchanged);
