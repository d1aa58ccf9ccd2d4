using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Reports;

/// <summary>Sums up one dimension's scores.</summary>
internal static class ScoreSums
{
    public static ScoreSummary Of(OutcomeTotals.Dimension scores)
    {
        var scored = 0L;
        var sum = 0m;
        foreach (var (value, leads) in scores.Values)
        {
            scored += leads;
            sum += value * leads;
        }

        return scored == 0
            ? new(0, null, null, null, null)
            : new(
                scored,
                Math.Round(sum / scored, 3, MidpointRounding.AwayFromZero),
                scores.Values[0].Value,
                (At(scores, (scored - 1) / 2) + At(scores, scored / 2)) / 2,
                scores.Values[^1].Value
            );
    }

    private static decimal At(OutcomeTotals.Dimension scores, long place)
    {
        foreach (var (value, leads) in scores.Values)
        {
            if (place < leads)
            {
                return value;
            }

            place -= leads;
        }

        return scores.Values[^1].Value;
    }
}
