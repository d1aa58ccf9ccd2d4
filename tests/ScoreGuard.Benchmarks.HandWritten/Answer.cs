namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>A boolean that may be missing.</summary>
public enum Answer : byte
{
    Missing,
    No,
    Yes,
}
