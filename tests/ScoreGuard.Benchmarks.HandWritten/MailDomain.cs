namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>What an address's domain says of its owner.</summary>
public enum MailDomain : byte
{
    Missing,
    Other,
    Free,
    Competitor,
}
