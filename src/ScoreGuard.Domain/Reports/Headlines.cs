using System.Globalization;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Reports;

/// <summary>Verdicts in one sentence.</summary>
internal static class Headlines
{
    public static string Of(ReportSubject subject, SalesLine? sales)
    {
        var leads = Count(subject.Summary?.Counts.Leads ?? 0);
        return subject.Verdict switch
        {
            Verdict.Passed => subject.Summary is { Counts: var counts } && counts.Unchanged < counts.Leads
                ? $"{Count(counts.Leads - counts.Unchanged)} of {Counted.Of(counts.Leads, "lead")} moved within the tolerance; the rest equal the approved baseline"
            : subject.Summary?.Counts.Leads == 1 ? "The only lead ends as approved"
            : $"All {leads} leads end as approved",
            Verdict.Resolved =>
                $"The drift is gone: {(subject.Summary?.Counts.Leads == 1 ? "the only lead ends" : $"all {leads} leads end")} as approved again",
            Verdict.Approved => $"Live now equals the accepted preview: {Movement(subject, sales)}",
            Verdict.Drift => Movement(subject, sales),
            Verdict.NoBaseline =>
                $"Nothing approved to compare with yet: {Counted.Of(subject.Summary?.Counts.Leads ?? 0, "lead")} replayed{Reaching(sales)}",
            _ => $"Could not judge: {FirstError(subject)}",
        };
    }

    public static string Stages(SalesLine sales) => string.Join(" or ", sales.Stages);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Movement(ReportSubject subject, SalesLine? sales)
    {
        if (subject.Summary is not { Counts: var counts })
        {
            return "";
        }

        return sales is null
            ? $"{Count(counts.Leads - counts.Unchanged)} of {Counted.Of(counts.Leads, "lead")} changed"
            : $"{Stages(sales)} +{Count(sales.Gained)} / −{Count(sales.Lost)} of {Counted.Of(counts.Leads, "lead")}; "
                + $"{Count(counts.ChangedOtherwise)} changed otherwise, {Count(counts.Unchanged)} unchanged";
    }

    private static string Reaching(SalesLine? sales) =>
        sales is null ? "" : $", {Count(sales.After)} reach {Stages(sales)}";

    private static string FirstError(ReportSubject subject)
    {
        var errors = subject.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        return errors.Count switch
        {
            0 => "nothing was replayed.",
            1 => errors[0].Message,
            _ => $"{errors[0].Message} And {Count(errors.Count - 1)} more.",
        };
    }
}
