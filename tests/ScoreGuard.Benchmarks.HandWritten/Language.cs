namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Languages that the model tells apart.</summary>
public enum Language : byte
{
    Missing,
    Other,
    French,
}
