namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Departments that the model tells apart.</summary>
public enum Department : byte
{
    Missing,
    Other,
    Marketing,
}
