namespace ScoreGuard.Synthetic.Plans;

/// <summary>A shared journey and the chance, 0 to 1, that a lead of the persona takes it: all of its steps or none.</summary>
public sealed record JourneyChance(string Name, decimal Chance);
