using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Decisions;

/// <summary>Whether a run leaves anything to decide, by its record alone.</summary>
public static class Decidable
{
    public static bool IsDecidable(RunRecord run) =>
        run.OutcomesRoot is not null
        && run.Verdict switch
        {
            Verdict.Drift => true,
            Verdict.NoBaseline or Verdict.Broken => run.Kind == RunKind.Run,
            _ => false,
        };

    /// <summary>Whether some of its causes or leads may be decided without the others.</summary>
    public static bool MayBeSplit(RunRecord run) => run is { Kind: RunKind.Run, Verdict: Verdict.Drift };
}
