using System.Collections.Immutable;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>One lead whose outcome differs from the baseline's.</summary>
/// <param name="Before">Null: <see cref="ChangeKind.New"/>.</param>
/// <param name="After">Null: <see cref="ChangeKind.Vanished"/>.</param>
/// <param name="Fields">The parts of the outcome that differ, as <c>stage</c>, <c>scores.total</c>, <c>routes</c>; in order of the outcome line.</param>
/// <param name="Rules">Rules whose points differ, largest difference first.</param>
/// <param name="Cause">The <see cref="Cause.Id"/> of the group that it belongs to.</param>
public sealed record LeadChange(
    string Lead,
    ChangeKind Kind,
    Outcome? Before,
    Outcome? After,
    ImmutableArray<string> Fields,
    ImmutableArray<RuleDelta> Rules,
    string Cause
);

/// <summary>What a rule gave a lead before and after; 0 where it gave nothing.</summary>
public readonly record struct RuleDelta(string Rule, decimal Before, decimal After);
