using System.Collections.Immutable;

namespace ScoreGuard.Domain.Runs;

/// <summary>Everything that a verdict rests on.</summary>
/// <param name="CouldNotJudge">Something stood in the way: an error in the model, damage, leads that are not the baseline's.</param>
/// <param name="OutcomesRoot">Null: nothing was replayed to the end.</param>
/// <param name="BaselineRoot">Null: nothing has been approved yet.</param>
/// <param name="Leads">The union of baseline and replay.</param>
/// <param name="Drifted">Leads that differ by more than the workspace tolerates.</param>
/// <param name="PreviousDrifted">The last run before this one that could judge found drift.</param>
/// <param name="AcceptedPreviews">Outcome roots of previews that were accepted against this very baseline.</param>
public sealed record RunEvidence(
    RunKind Kind,
    bool CouldNotJudge,
    string? OutcomesRoot,
    string? BaselineRoot,
    long Leads,
    long Drifted,
    bool PreviousDrifted,
    ImmutableArray<string> AcceptedPreviews
);
