using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs;

/// <summary>Makes the report of a recorded run.</summary>
internal static class RunReports
{
    public static RunReport Write(
        Workspace workspace,
        RunRecord run,
        Baseline? baseline,
        ScoringModel? model,
        DriftSummary? summary,
        ModelEdits edits
    ) =>
        RunReportWriter.Write(
            new(
                new(
                    run.Id,
                    workspace.Name,
                    run.Kind == RunKind.Preview ? "preview" : "run",
                    run.Reason,
                    run.StartedAt,
                    run.FinishedAt,
                    run.ModelName ?? "",
                    run.ModelHash ?? "",
                    run.LeadSetRoot ?? "",
                    run.AsOf ?? run.StartedAt,
                    run.EngineVersion,
                    run.OutcomesRoot ?? ""
                ),
                run.Verdict,
                baseline is null ? null : Identity(baseline),
                run.Policy,
                workspace.Owners,
                model,
                summary,
                edits.Words,
                run.Diagnostics,
                run.Target
            )
        );

    /// <summary>Every dimension that an outcome of either side may have, the newer model's first.</summary>
    /// <param name="found">Outcomes with scores that no model speaks of: a service may give any.</param>
    public static ImmutableArray<string> Dimensions(
        ScoringModel model,
        ScoringModel? before,
        params ReadOnlySpan<OutcomeTotals?> found
    ) =>
        [
            .. model
                .Dimensions.Concat(before?.Dimensions ?? [])
                .Select(dimension => dimension.Name)
                .Concat(Names(found))
                .Distinct(StringComparer.Ordinal),
        ];

    private static List<string> Names(ReadOnlySpan<OutcomeTotals?> found)
    {
        var names = new List<string>();
        foreach (var totals in found)
        {
            names.AddRange(totals?.Scores.Select(scores => scores.Name) ?? []);
        }

        return names;
    }

    private static BaselineIdentity Identity(Baseline baseline) =>
        new(
            baseline.Version,
            baseline.OutcomesRoot,
            baseline.ModelHash,
            baseline.LeadSetRoot,
            baseline.Decision.At,
            baseline.Decision.By,
            baseline.Decision.Reason
        );
}
