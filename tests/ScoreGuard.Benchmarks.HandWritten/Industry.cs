namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Industries that the model tells apart.</summary>
public enum Industry : byte
{
    Missing,
    Other,
    Core,
}
