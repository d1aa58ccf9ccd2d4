namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>How a clock ended.</summary>
public enum SlaStatus : byte
{
    Open,
    Met,
    Breached,
}
