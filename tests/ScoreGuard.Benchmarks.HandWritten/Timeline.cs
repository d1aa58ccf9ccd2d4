namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Purchase horizons that the model tells apart.</summary>
public enum Timeline : byte
{
    Missing,
    Other,
    Soon,
}
