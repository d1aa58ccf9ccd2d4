using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Which run, model, leads and baseline this page speaks of: what someone needs to do it again.</summary>
internal sealed record IdentityView(IReadOnlyList<EntryView> Entries)
{
    public static IdentityView Of(RunReport report)
    {
        var run = report.Run;
        var entries = new List<EntryView>
        {
            new(report.IsPreview() ? "Preview" : "Run", run.Id),
            new("Workspace", run.Workspace),
            new("Started", run.StartedAt.ToString()),
            new("Finished", run.FinishedAt.ToString()),
            new("Leads judged as of", run.AsOf.ToString()),
            new("Model", report.HasModel() ? run.ModelName : ""),
            new("Model hash", report.HasModel() ? run.ModelHash : ""),
            new("Lead set hash", run.LeadSetHash),
            new("Outcomes digest", run.OutcomesRoot),
            new("Engine version", run.EngineVersion),
        };
        if (report.Baseline is { } baseline)
            entries.AddRange(Of(baseline, report.HasModel()));

        return new([
            .. entries
                .Where(entry => entry.Value.Length > 0)
                .Select(entry => entry with { Value = Shown.Sentence(entry.Value) }),
        ]);
    }

    private static IEnumerable<EntryView> Of(BaselineIdentity baseline, bool hasModel) =>
        [
            new("Baseline", $"version {Figures.Count(baseline.Version)}"),
            new("Baseline approved", $"{baseline.ApprovedAt} by {baseline.ApprovedBy}"),
            new("Baseline reason", baseline.Reason),
            new("Baseline digest", baseline.Root),
            new("Baseline model hash", hasModel ? baseline.ModelHash : ""),
            new("Baseline lead set hash", baseline.LeadSetHash),
        ];
}

internal sealed record EntryView(string Name, string Value);
