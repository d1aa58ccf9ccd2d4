using System.Globalization;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Reports;

/// <summary>Verdicts in one sentence.</summary>
internal static class Headlines
{
    public static string Of(ReportSubject subject, SalesLine? sales)
    {
        var untested = subject is { Target.NotTestable: > 0 and var count, Summary: not null }
            ? $"; {Count(count)} not tested"
            : "";
        return subject.Verdict == Verdict.Broken ? Found(subject, sales) : Found(subject, sales) + untested;
    }

    private static string Found(ReportSubject subject, SalesLine? sales)
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
            Verdict.Drift => Capital(Movement(subject, sales)),
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

        return sales switch
        {
            null => Changed(subject, counts, subject.Summary),
            { Gained: 0, Lost: 0 } =>
                $"nobody moves to or from {Stages(sales)}; {Changed(subject, counts, subject.Summary)}, {Count(counts.Unchanged)} unchanged",
            _ =>
                $"{Stages(sales)} +{Count(sales.Gained)} / −{Count(sales.Lost)} of {Counted.Of(counts.Leads, "lead")}; "
                    + $"{Count(counts.ChangedOtherwise)} changed otherwise, {Count(counts.Unchanged)} unchanged",
        };
    }

    /// <summary>What happens to most of the leads that do not cross the Sales line.</summary>
    private static string Changed(ReportSubject subject, DriftCounts counts, DriftSummary summary)
    {
        var changed = counts.Leads - counts.Unchanged;
        if (LeadMove.Largest(summary, subject.Model) is not { } move)
        {
            return $"{Count(changed)} of {Counted.Of(counts.Leads, "lead")} changed";
        }

        var words = move.Words(subject.Run.Kind == "preview", static name => name);
        var others = changed - move.Leads;
        return $"{Count(move.Leads)} of {Counted.Of(counts.Leads, "lead")} {words}"
            + (others > 0 ? $", {Count(others)} changed otherwise" : "");
    }

    private static string Capital(string words) =>
        words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

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
