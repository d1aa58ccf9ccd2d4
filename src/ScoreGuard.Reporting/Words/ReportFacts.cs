using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Reporting.Words;

/// <summary>What every form asks of a report, answered in one place so that they cannot disagree.</summary>
internal static class ReportFacts
{
    public static bool IsPreview(this RunReport report) =>
        string.Equals(report.Run.Kind, "preview", StringComparison.Ordinal);

    /// <summary>Whether outcomes were compared at all; where not, no form prints a figure of movement.</summary>
    public static bool IsCompared(this RunReport report) =>
        report.Verdict is Verdict.Passed or Verdict.Drift or Verdict.Approved or Verdict.Resolved;

    /// <summary>Whether a model says how leads were scored; where they are replayed, there is none to name.</summary>
    public static bool HasModel(this RunReport report) => report.Target is not { IsReplay: true };

    public static long Changed(this DriftCounts counts) => counts.Leads - counts.Unchanged;

    public static DriftFigures ToFigures(this DriftCounts counts) =>
        new(counts.Leads, counts.Gained, counts.Lost, counts.ChangedOtherwise, counts.Unchanged);

    /// <summary>Compared, and nothing moved: the report is short.</summary>
    public static bool IsStill(this RunReport report) => report.IsCompared() && report.Counts.Changed() == 0;

    public static bool SameModel(this RunReport report) =>
        report.Baseline is { } baseline
        && string.Equals(baseline.ModelHash, report.Run.ModelHash, StringComparison.Ordinal);

    /// <summary>What there is to say about leads that no edit of the model explains.</summary>
    public static string Unexplained(this RunReport report) =>
        report.Target switch
        {
            { IsReplay: true, ConfigurationHash: { } now, ApprovedConfigurationHash: { } was } target => now == was
                ? $"The configuration of {target.Platform}, as far as it can be read, is the approved one: something else there changed."
                : $"The configuration of {target.Platform} changed since the baseline was approved.",
            { IsReplay: true } target => $"What changed in {target.Platform} cannot be read from here.",
            _ when report.SameModel() => "The model is the same as the baseline’s: something outside it changed.",
            _ => "No edit of the model touches these rules directly.",
        };

    /// <summary>A report whose parts do not sum to its totals is a bug of who filled it, and is never printed.</summary>
    /// <exception cref="ArgumentException">The counts of a compared run do not add up.</exception>
    public static void RequireSums(this RunReport report)
    {
        var counts = report.Counts;
        if (!report.IsCompared())
            return;

        if (counts.Gained + counts.Lost + counts.ChangedOtherwise + counts.Unchanged != counts.Leads)
            throw new ArgumentException(
                $"Gained {counts.Gained} + lost {counts.Lost} + changed otherwise {counts.ChangedOtherwise} + unchanged {counts.Unchanged} is not {counts.Leads} leads.",
                nameof(report)
            );

        var kinds = counts.ByKind.Sum(kind => kind.Count);
        if (kinds != counts.Changed())
            throw new ArgumentException(
                $"The kinds of change sum to {kinds}, the changed leads to {counts.Changed()}.",
                nameof(report)
            );
    }
}
