using ScoreGuard.Domain.Drift;

namespace ScoreGuard.Reporting.Json;

/// <summary>A cause as <c>report.json</c> tells it.</summary>
/// <param name="Sentences">What is known of its leads where no edit explains them; empty in reports of earlier versions.</param>
public sealed record ReportedCause(
    string Id,
    long Leads,
    IReadOnlyList<CountOf<ChangeKind>> Kinds,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Edits,
    IReadOnlyList<string> Sentences
);
