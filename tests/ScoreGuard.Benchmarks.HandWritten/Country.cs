namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Countries that the model tells apart.</summary>
public enum Country : byte
{
    Missing,
    Other,
    US,
    GB,
    DE,
    FR,
    NL,
    CH,
    AT,
}
