namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Sources that the model tells apart.</summary>
public enum LeadSource : byte
{
    Missing,
    Other,
    Campus,
}
