using System.Collections.Immutable;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Reports;

/// <summary>Who has to do what.</summary>
internal static class ReportActions
{
    public static ImmutableArray<string> Of(ReportSubject subject, SalesLine? sales)
    {
        var (run, owners) = (subject.Run, subject.Owners);
        return subject.Verdict switch
        {
            Verdict.Drift when run.Kind == "preview" =>
            [
                $"{owners.MarketingName}: if this is what the edit should do, approve it before it goes live: scoreguard decide {run.Id} --accept-all --reason \"…\".",
                .. ForSales(owners, sales, "would"),
            ],
            Verdict.Drift =>
            [
                $"{owners.MarketingName}: look at the causes below. Intended: scoreguard decide {run.Id} --accept-all --reason \"…\". Not intended: undo the edit and run again.",
                .. ForSales(owners, sales, "will"),
            ],
            Verdict.NoBaseline when run.Kind == "run" =>
            [
                $"{owners.MarketingName}: check that these outcomes are right, then approve them as the baseline: scoreguard decide {run.Id} --accept-all --reason \"…\".",
            ],
            Verdict.Broken =>
            [
                $"{owners.MarketingName}: mend what is named below and run again. Until then nobody knows whether anything drifted.",
            ],
            _ => [],
        };
    }

    private static IEnumerable<string> ForSales(Owners owners, SalesLine? sales, string verb)
    {
        if (sales is { Gained: > 0 } or { Lost: > 0 })
        {
            yield return $"{owners.SalesName}: of these leads, {Headlines.Count(sales.Gained)} more {verb} reach you"
                + $" and {Headlines.Count(sales.Lost)} no longer {verb}. Agree with {owners.MarketingName} whether that is wanted.";
        }
    }
}
