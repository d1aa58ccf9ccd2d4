using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

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
        ModelEdits edits,
        ListedOutcomes? listed
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
                run.Target,
                listed
            )
        );

    /// <summary>What outcomes of either side may have, the newer model's first.</summary>
    /// <param name="model">Null: it cannot be read back.</param>
    /// <param name="found">Outcomes with scores that no model speaks of: a service may give any.</param>
    public static ChangeColumns Columns(
        TargetDefinition target,
        ScoringModel? model,
        ScoringModel? before,
        params ReadOnlySpan<OutcomeTotals?> found
    )
    {
        var names = new List<string>();
        foreach (var totals in found)
        {
            names.AddRange(totals?.Scores.Select(scores => scores.Name) ?? []);
        }

        ImmutableArray<string> dimensions =
        [
            .. (model?.Dimensions ?? [])
                .Concat(before?.Dimensions ?? [])
                .Select(dimension => dimension.Name)
                .Concat(names)
                .Distinct(StringComparer.Ordinal),
        ];
        var mapped = target.Outcome.Labels.Select(label => label.Ours).ToList();
        // A service that is not asked for labels by name may give one with each score.
        var given = target is { Type: TargetType.Http, ScoresElsewhere: true } && mapped.Count == 0 ? dimensions : [];
        return new(
            dimensions,
            [
                .. (model?.Labels ?? [])
                    .Concat(before?.Labels ?? [])
                    .Select(labels => labels.Dimension)
                    .Concat(mapped)
                    .Concat(given)
                    .Distinct(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The same of outcomes that are known by now.</summary>
    public static OutcomeColumns Columns(
        ChangeColumns columns,
        ImmutableArray<string> attributes,
        DriftSummary? summary
    ) =>
        new(
            attributes,
            [
                .. columns.Dimensions.Union(
                    summary?.After.Scores.Select(scores => scores.Name) ?? [],
                    StringComparer.Ordinal
                ),
            ],
            [.. columns.Labels.Union(summary?.Labels.Select(labels => labels.Dimension) ?? [], StringComparer.Ordinal)]
        );

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
