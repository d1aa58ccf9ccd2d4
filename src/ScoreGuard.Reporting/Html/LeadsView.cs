using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>The gravest changes, lead by lead.</summary>
/// <param name="ByRules">False: no model says which rule moved a lead.</param>
internal sealed record LeadsView(string Summary, bool ByRules, IReadOnlyList<LeadView> Leads, string CsvName)
{
    private const int Most = 30;

    public static LeadsView? Of(RunReport report)
    {
        var changed = report.Counts.Changed();
        if (!report.IsCompared() || changed == 0)
            return null;

        var leads = report.Leads.Take(Most).Select(change => LeadView.Of(change, report.IsPreview())).ToList();
        return new(
            leads.Count < changed
                ? $"The {Figures.Count(leads.Count)} gravest of {Figures.Count(changed)} changed leads. Every one of them is in"
                : "Every changed lead. The same as a table is in",
            report.HasModel(),
            leads,
            ReportFiles.DriftCsvName
        );
    }
}

/// <param name="Missing">Said of a lead that is on one side only; null otherwise.</param>
internal sealed record LeadView(
    string Lead,
    string Kind,
    string? Missing,
    IReadOnlyList<PartChange> Parts,
    IReadOnlyList<DeltaView> Rules,
    string? MoreRules,
    string Cause
)
{
    private const int MostParts = 6;
    private const int MostRules = 4;

    public static LeadView Of(LeadChange change, bool preview) =>
        new(
            Shown.Name(change.Lead),
            ChangeWords.Of(change.Kind, preview),
            change.Before is null ? "No outcome before."
                : change.After is null ? "No outcome now."
                : null,
            [.. OutcomeParts.Of(change).Take(MostParts)],
            [.. change.Rules.Take(MostRules).Select(DeltaView.Of)],
            change.Rules.Length > MostRules ? $"and {Figures.Count(change.Rules.Length - MostRules)} more" : null,
            Shown.Name(change.Cause)
        );
}

internal sealed record DeltaView(string Rule, string Before, string After)
{
    public static DeltaView Of(RuleDelta delta) =>
        new(Shown.Name(delta.Rule), Figures.Points(delta.Before), Figures.Points(delta.After));
}
