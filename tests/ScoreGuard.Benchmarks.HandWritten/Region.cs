namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Regions that the model tells apart.</summary>
public enum Region : byte
{
    Missing,
    Other,
    WestCoast,
}
