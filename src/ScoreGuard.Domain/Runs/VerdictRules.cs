namespace ScoreGuard.Domain.Runs;

/// <summary>The one place where a verdict is made.</summary>
public static class VerdictRules
{
    /// <remarks>
    /// The first that applies. What could not be judged, or judged nobody, is broken, whatever else seems to hold. A
    /// preview is about a candidate: it neither resolves nor promotes anything.
    /// </remarks>
    public static Verdict Judge(RunEvidence evidence) =>
        evidence switch
        {
            { CouldNotJudge: true } or { OutcomesRoot: null } or { Leads: <= 0 } => Verdict.Broken,
            { BaselineRoot: null } => Verdict.NoBaseline,
            { Drifted: 0, Kind: RunKind.Run, PreviousDrifted: true } => Verdict.Resolved,
            { Drifted: 0 } => Verdict.Passed,
            { Kind: RunKind.Run } when evidence.AcceptedPreviews.Contains(evidence.OutcomesRoot) => Verdict.Approved,
            _ => Verdict.Drift,
        };
}
