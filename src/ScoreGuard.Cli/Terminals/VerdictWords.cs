using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Verdicts as the design spells them.</summary>
internal static class VerdictWords
{
    public static string Of(Verdict verdict) =>
        verdict == Verdict.NoBaseline ? "no-baseline" : verdict.ToString().ToLowerInvariant();
}
