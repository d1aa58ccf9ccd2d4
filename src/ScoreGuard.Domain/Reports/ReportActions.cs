using System.Collections.Immutable;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Reports;

/// <summary>Who has to do what, and what to type for it.</summary>
internal static class ReportActions
{
    public static ImmutableArray<string> Of(ReportSubject subject, SalesLine? sales)
    {
        var owners = subject.Owners;
        return subject.Verdict switch
        {
            Verdict.Drift when IsPreview(subject) =>
            [
                $"{owners.MarketingName}: if this is what the edit should do, approve it before it goes live; the first run that equals it is then promoted by itself.",
                .. ForSales(owners, sales, "would"),
            ],
            Verdict.Drift =>
            [
                $"{owners.MarketingName}: look at the causes. If they are intended, accept them; if not, undo the edit and run again.",
                .. ForSales(owners, sales, "will"),
            ],
            Verdict.NoBaseline when !IsPreview(subject) =>
            [
                $"{owners.MarketingName}: check that these outcomes are right, then approve them as the baseline.",
            ],
            Verdict.Broken =>
            [
                $"{owners.MarketingName}: mend what is named here and run again. Until then nobody knows whether anything drifted.",
            ],
            _ => [],
        };
    }

    public static ImmutableArray<CommandHint> Commands(ReportSubject subject)
    {
        var run = subject.Run.Id;
        return subject.Verdict switch
        {
            Verdict.Drift =>
            [
                new("Accept all of this", $"scoreguard decide {run} --accept-all --reason \"…\""),
                .. (subject.Summary?.Causes ?? [])
                    .Take(1)
                    .Select(cause => new CommandHint(
                        "Accept one cause only",
                        $"scoreguard decide {run} --accept {cause.Id} --reason \"…\""
                    )),
                new("Go through the causes one by one", $"scoreguard review {run}"),
                new("Record that this is wrong", $"scoreguard decide {run} --reject-all --reason \"…\""),
            ],
            Verdict.NoBaseline when !IsPreview(subject) =>
            [
                new("Approve these outcomes as the baseline", $"scoreguard decide {run} --accept-all --reason \"…\""),
            ],
            Verdict.Broken when subject.Run is { Kind: "run", OutcomesRoot.Length: > 0 } =>
            [
                new(
                    "If these outcomes are right all the same, approve them as a new baseline",
                    $"scoreguard decide {run} --accept-all --reason \"…\""
                ),
            ],
            _ => [],
        };
    }

    private static bool IsPreview(ReportSubject subject) => subject.Run.Kind == "preview";

    private static IEnumerable<string> ForSales(Owners owners, SalesLine? sales, string verb)
    {
        if (sales is { Gained: > 0 } or { Lost: > 0 })
        {
            yield return $"{owners.SalesName}: of these leads, {Headlines.Count(sales.Gained)} more {verb} reach you"
                + $" and {Headlines.Count(sales.Lost)} no longer {verb}. Agree with {owners.MarketingName} whether that is wanted.";
        }
    }
}
