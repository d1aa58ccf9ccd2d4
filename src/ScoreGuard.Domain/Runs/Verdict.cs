namespace ScoreGuard.Domain.Runs;

/// <summary>What a run found. One verdict, computed in one place; <see cref="Broken"/> never looks like <see cref="Passed"/>.</summary>
public enum Verdict
{
    /// <summary>Every outcome equals the approved baseline.</summary>
    Passed,

    /// <summary>Outcomes differ from the baseline, and nobody has approved that.</summary>
    Drift,

    /// <summary>Live now equals a preview that was accepted: promoted.</summary>
    Approved,

    /// <summary>The last run drifted, this one equals the baseline again.</summary>
    Resolved,

    /// <summary>There is nothing to compare with yet.</summary>
    NoBaseline,

    /// <summary>The run could not judge; says nothing about drift.</summary>
    Broken,
}
