using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Testing.Runs;

/// <summary>Records of runs, a day after each other; change them with <c>with</c>.</summary>
public static class SomeRun
{
    private const long FirstDay = 1_773_122_400_000;

    public static Instant At(int day) => new(FirstDay + day * Instant.MillisecondsPerDay);

    /// <param name="outcomes">Equal words are equal outcomes.</param>
    public static RunRecord Of(Verdict verdict, int day, string outcomes = "now", string baseline = "approved") =>
        new(
            RunId.Of(At(day), "some"),
            RunKind.Run,
            verdict,
            $"{verdict} of day {day}",
            "",
            At(day),
            At(day),
            "Model",
            Sha256Text.Of("model"),
            Sha256Text.Of("leads"),
            At(0),
            "1",
            Sha256Text.Of(outcomes),
            verdict == Verdict.NoBaseline ? null : 1,
            verdict == Verdict.NoBaseline ? null : Sha256Text.Of(baseline),
            DriftPolicy.None,
            50,
            default,
            [],
            []
        );

    /// <param name="errors">Codes, each with its file after a space: <c>SG1003 model.yaml</c>.</param>
    public static RunRecord Broken(int day, params string[] errors) =>
        Of(Verdict.Broken, day) with
        {
            OutcomesRoot = null,
            Diagnostics =
            [
                .. errors
                    .Select(error => error.Split(' '))
                    .Select(
                        (error, line) =>
                            new Diagnostic(error[0], Severity.Error, error[1], new(day + 1, line + 1), "", $"Day {day}")
                    ),
                new("SG5205", Severity.Warning, $"of-day-{day}.yaml", null, "", "A warning stands in nobody's way."),
            ],
        };
}
