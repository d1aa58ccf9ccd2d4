using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Runs;

/// <summary>Every combination of evidence, against the rules said the other way round: what each verdict requires.</summary>
public sealed class VerdictTests
{
    public static IEnumerable<RunEvidence> All =>
        from kind in Enum.GetValues<RunKind>()
        from broken in (bool[])[false, true]
        from root in (string?[])[null, "now", "was"]
        from baseline in (string?[])[null, "was"]
        from leads in (long[])[0, 100]
        from drifted in (long[])[0, 7]
        from previous in (bool[])[false, true]
        from accepted in (string[][])
            [
                [],
                ["now"],
                ["other"],
            ]
        select new RunEvidence(kind, broken, root, baseline, leads, drifted, previous, [.. accepted]);

    [Fact]
    public void Each_verdict_is_given_exactly_where_it_may_be()
    {
        foreach (var evidence in All)
        {
            var judged = !evidence.CouldNotJudge && evidence.OutcomesRoot is not null && evidence.Leads > 0;
            var compared = judged && evidence.BaselineRoot is not null;
            var isRun = evidence.Kind == RunKind.Run;
            var equal = compared && evidence.Drifted == 0;
            var foreseen = compared && !equal && isRun && evidence.AcceptedPreviews.Contains(evidence.OutcomesRoot!);
            var may = new Dictionary<Verdict, bool>
            {
                [Verdict.Broken] = !judged,
                [Verdict.NoBaseline] = judged && !compared,
                [Verdict.Resolved] = equal && isRun && evidence.PreviousDrifted,
                [Verdict.Passed] = equal && !(isRun && evidence.PreviousDrifted),
                [Verdict.Approved] = foreseen,
                [Verdict.Drift] = compared && !equal && !foreseen,
            };
            may.Values.Count(holds => holds).ShouldBe(1, evidence.ToString());
            may[VerdictRules.Judge(evidence)].ShouldBeTrue(evidence.ToString());
        }
    }

    [Fact]
    public void What_could_not_be_judged_never_looks_like_passed()
    {
        foreach (
            var evidence in All.Where(evidence =>
                evidence.CouldNotJudge || evidence.OutcomesRoot is null || evidence.Leads == 0
            )
        )
        {
            VerdictRules.Judge(evidence).ShouldBe(Verdict.Broken);
        }
    }
}
