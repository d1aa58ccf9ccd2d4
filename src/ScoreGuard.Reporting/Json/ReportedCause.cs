using ScoreGuard.Domain.Drift;

namespace ScoreGuard.Reporting.Json;

/// <summary>A cause as <c>report.json</c> tells it.</summary>
public sealed record ReportedCause(
    string Id,
    long Leads,
    IReadOnlyList<CountOf<ChangeKind>> Kinds,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Edits
);
