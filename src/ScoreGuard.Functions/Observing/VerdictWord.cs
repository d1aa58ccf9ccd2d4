using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Functions.Observing;

/// <summary>Verdicts as addresses, logs and figures spell them.</summary>
internal static class VerdictWord
{
    public static string Of(Verdict verdict) =>
        verdict == Verdict.NoBaseline ? "no-baseline" : verdict.ToString().ToLowerInvariant();
}
