using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Cli;

/// <summary>What scripts can rely on.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;
    public const int BadInput = 1;
    public const int Drift = 2;
    public const int NoBaseline = 3;
    public const int Broken = 4;

    /// <summary>Ended by Ctrl-C or a polite signal, as shells expect it.</summary>
    public const int Cancelled = 130;

    public static int Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed or Verdict.Approved or Verdict.Resolved => Fine,
            Verdict.Drift => Drift,
            Verdict.NoBaseline => NoBaseline,
            _ => Broken,
        };
}
