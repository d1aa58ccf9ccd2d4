namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>What a job title says of its holder's rank.</summary>
public enum Seniority : byte
{
    Missing,
    Student,
    VP,
    CLevel,
    Director,
    Manager,
}
