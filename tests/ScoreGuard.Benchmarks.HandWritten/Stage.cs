namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The lifecycle, in document order.</summary>
public enum Stage : byte
{
    Inquiry,
    Mql,
    Accepted,
    Qualified,
    Recycle,
    Disqualified,
}
