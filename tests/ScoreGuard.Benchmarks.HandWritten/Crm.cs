namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>CRM systems that the model tells apart.</summary>
public enum Crm : byte
{
    Missing,
    Other,
    Supported,
}
