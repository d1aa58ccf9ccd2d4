using System.Diagnostics;

namespace ScoreGuard.Domain.Runs;

/// <summary>Verdicts as programs read them: stable, part of every documented form.</summary>
public static class VerdictCode
{
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => "passed",
            Verdict.Drift => "drift",
            Verdict.Approved => "approved",
            Verdict.Resolved => "resolved",
            Verdict.NoBaseline => "no-baseline",
            Verdict.Broken => "broken",
            _ => throw new UnreachableException(),
        };
}
