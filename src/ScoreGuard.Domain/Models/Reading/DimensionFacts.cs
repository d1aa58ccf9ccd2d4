namespace ScoreGuard.Domain.Models.Reading;

/// <summary>What references to a dimension need to know of it.</summary>
internal sealed record DimensionFacts(string Name, bool IsSum);
