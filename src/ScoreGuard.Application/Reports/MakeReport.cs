using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Reports;

/// <summary>Makes the report of an earlier run again, from the outcomes that it and its baseline left behind.</summary>
public sealed class MakeReport(WorkspaceContext context)
{
    /// <exception cref="StoreDamage">Something of it cannot be read back.</exception>
    public async Task<RunOutcome> ExecuteAsync(string run, IReportOutput output, CancellationToken cancellationToken)
    {
        switch (await new RunNames(context).ResolveAsync(run, cancellationToken))
        {
            case Parsed<RunRecord>.Refused refused:
                return new RunOutcome.Refused(refused.Diagnostics);
            case Parsed<RunRecord>.Ok found:
                var record = found.Value;
                var compared = await CompareAsync(record, output.OpenChanges, cancellationToken);
                var report = RunReports.Write(
                    context.Workspace,
                    record,
                    compared.Baseline,
                    compared.Model,
                    compared.Summary,
                    compared.Edits
                );
                output.Finish(report);
                return new RunOutcome.Finished(record, report);
            default:
                throw new UnreachableException();
        }
    }

    internal async Task<StoredComparison> CompareAsync(
        RunRecord run,
        Func<ImmutableArray<string>, IChangeSink> sinks,
        CancellationToken cancellationToken
    )
    {
        var models = context.Stores.Models;
        var baseline = run.BaselineVersion is { } version
            ? await context.Stores.Baselines.FindAsync(version, cancellationToken)
            : null;
        var model = run.ModelHash is { } hash
            ? await ModelFile.FindAsync(models, hash, context.Zones, cancellationToken)
            : null;
        var was = baseline is null
            ? null
            : await ModelFile.FindAsync(models, baseline.ModelHash, context.Zones, cancellationToken);
        var edits = await ModelEdits.FindAsync(context, run.Target, (was, model), cancellationToken);
        if (run.Verdict == Verdict.Broken || run.OutcomesRoot is not { } root)
        {
            return new(baseline, model, null, edits);
        }

        var outcomes = await context.Stores.Outcomes.GetAsync(root, cancellationToken);
        var before = baseline is null
            ? null
            : await context.Stores.Outcomes.GetAsync(baseline.OutcomesRoot, cancellationToken);
        var dimensions = outcomes
            .Totals.Scores.Concat(before?.Totals.Scores ?? [])
            .Select(scores => scores.Name)
            .Distinct(StringComparer.Ordinal);
        var sink = sinks(model is null ? [.. dimensions] : RunReports.Dimensions(model, was, before?.Totals));
        using var tally = new DriftTally(
            before?.Totals ?? OutcomeTotals.None,
            edits.Attribution,
            run.ReportLeads,
            sink
        );
        var comparison = new OutcomeComparison(
            context.Stores.OutcomeShards,
            run.Policy,
            context.Stores.Scratch,
            keep: false
        );
        var source = new StoredOutcomes(context.Stores.OutcomeShards, outcomes.Shards, []);
        await comparison.RunAsync(before?.Shards, source, tally, cancellationToken);
        return new(baseline, model, tally.ToSummary(), edits);
    }
}
