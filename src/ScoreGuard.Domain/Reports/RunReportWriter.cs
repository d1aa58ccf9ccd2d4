using System.Collections.Immutable;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Reports;

/// <summary>Makes the report of a run from what the run found.</summary>
public static class RunReportWriter
{
    public static RunReport Write(ReportSubject subject)
    {
        var summary = subject.Summary;
        var sales = summary is null ? null : Sales(subject.Policy, summary);
        return new(
            subject.Run,
            subject.Verdict,
            Headlines.Of(subject, sales),
            ReportActions.Of(subject, sales),
            subject.Baseline,
            summary?.Counts ?? new(0, 0, 0, 0, 0, []),
            sales,
            summary?.Stages ?? [],
            summary is null ? [] : Scores(subject, summary),
            summary?.Routes ?? [],
            summary is null ? [] : Rules(summary),
            subject.Edits,
            summary?.Causes ?? [],
            summary?.Gravest ?? [],
            subject.Diagnostics
        )
        {
            Commands = ReportActions.Commands(subject),
            Target = subject.Target,
            TargetWords = TargetWords.Of(subject.Target, subject.Verdict, subject.Diagnostics),
            Common = summary?.Common ?? [],
            Labels = summary?.Labels ?? [],
            MostMoved = summary is null || subject.Baseline is null ? null : LeadMove.Largest(summary, subject.Model),
            Listed = subject.Listed,
        };
    }

    private static SalesLine? Sales(DriftPolicy policy, DriftSummary summary) =>
        policy.SalesStages.IsEmpty
            ? null
            : new(
                policy.SalesStages,
                Reaching(policy, summary.Before),
                Reaching(policy, summary.After),
                summary.Counts.Gained,
                summary.Counts.Lost
            );

    private static long Reaching(DriftPolicy policy, OutcomeTotals totals) =>
        totals.Reached.Where(reached => reached.Stages.Any(policy.SalesStages.Contains)).Sum(reached => reached.Leads);

    private static ImmutableArray<ScoreDistribution> Scores(ReportSubject subject, DriftSummary summary)
    {
        var before = summary.Before.Scores.ToDictionary(scores => scores.Name, StringComparer.Ordinal);
        var after = summary.After.Scores.ToDictionary(scores => scores.Name, StringComparer.Ordinal);
        var declared = subject.Model?.Dimensions.Select(dimension => dimension.Name) ?? [];
        var distributions = ImmutableArray.CreateBuilder<ScoreDistribution>();
        foreach (var name in declared.Where(after.ContainsKey).Union(after.Keys).Union(before.Keys))
        {
            var was = before.GetValueOrDefault(name, new(name, 0, []));
            var now = after.GetValueOrDefault(name, new(name, 0, []));
            var thresholds =
                subject.Model?.Labels.Where(labels => labels.Dimension == name).SelectMany(labels => labels.Bands)
                ?? [];
            var bins = ScoreBins.Spread(was, now, thresholds.Select(band => band.From).OfType<decimal>());
            distributions.Add(
                new(
                    name,
                    bins,
                    ScoreSums.Of(was),
                    ScoreSums.Of(now),
                    summary.ScoresChanged.GetValueOrDefault(name),
                    ScoreBins.Psi(bins)
                )
            );
        }

        return distributions.DrainToImmutable();
    }

    /// <summary>Rules whose points changed for some lead, most leads first.</summary>
    private static ImmutableArray<RuleMovement> Rules(DriftSummary summary)
    {
        var before = summary.Before.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var after = summary.After.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return
        [
            .. summary
                .RulesChanged.OrderByDescending(rule => rule.Value)
                .ThenBy(rule => rule.Key, StringComparer.Ordinal)
                .Select(rule =>
                {
                    var was = before.GetValueOrDefault(rule.Key);
                    var now = after.GetValueOrDefault(rule.Key);
                    return new RuleMovement(rule.Key, was.Leads, now.Leads, rule.Value, was.Points, now.Points);
                }),
        ];
    }
}
