using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Notifications;

/// <summary>What a run tells, as a digest: two runs with the same one tell their readers the same.</summary>
public static class NewsFingerprint
{
    public static string Of(RunRecord run) =>
        Sha256Text.Of(
            string.Join(
                '\n',
                run.Verdict switch
                {
                    // What stands in the way, not how it is worded today.
                    Verdict.Broken =>
                    [
                        "broken",
                        .. run
                            .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)
                            .Select(diagnostic => $"{diagnostic.Code} {diagnostic.File}")
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ],
                    // Until somebody approves, outcomes may change every day: one reminder is enough.
                    Verdict.NoBaseline => ["no-baseline"],
                    var verdict => (string[])[$"{verdict}", run.BaselineRoot ?? "", run.OutcomesRoot ?? ""],
                }
            )
        );
}
