using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>One lead whose lines differ, compared.</summary>
/// <param name="Evidence">SHA-256 over the before line and the after line: what a decision on it is bound to.</param>
public sealed record ComparedLead(
    Outcome? Before,
    Outcome? After,
    LeadDifference Difference,
    ReadOnlyMemory<byte> Evidence
)
{
    public string Lead => (After ?? Before)!.Lead;
}
