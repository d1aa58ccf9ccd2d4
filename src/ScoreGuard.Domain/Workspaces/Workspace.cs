using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Domain.Workspaces;

/// <summary>One guarded configuration: what <c>scoreguard.yaml</c> says.</summary>
/// <param name="Name">For reports; hostile text.</param>
/// <param name="Model">Path of the model, relative to the workspace and inside it.</param>
/// <param name="Leads">Path of the lead plan, or of a JSON Lines file of leads; relative, inside.</param>
/// <param name="AsOf">Up to when the leads of a file are replayed; null with a plan, which says so itself.</param>
/// <param name="Policy">Without <c>sales.stages</c> its stages are empty: see <see cref="Drift.SalesLineOf"/>.</param>
/// <param name="ReportLeads">How many changed leads a report shows. Default 50.</param>
public sealed record Workspace(
    string Name,
    string Model,
    string Leads,
    Instant? AsOf,
    DriftPolicy Policy,
    int ReportLeads,
    Owners Owners,
    TargetDefinition Target
)
{
    public const string FileName = "scoreguard.yaml";

    public const int DefaultReportLeads = 50;

    public bool LeadsAreAFile => Leads.EndsWith(".jsonl", StringComparison.Ordinal);
}
