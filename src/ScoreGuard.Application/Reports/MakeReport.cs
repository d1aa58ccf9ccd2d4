using System.Diagnostics;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
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
                ChangedLeads? changed = null;
                var compared = await CompareAsync(record, Open, cancellationToken);
                var (summary, listed) = await LookCloserAsync(record, compared, changed, output, cancellationToken);
                var report = RunReports.Write(
                    context.Workspace,
                    record,
                    compared.Baseline,
                    compared.Model,
                    summary,
                    compared.Edits,
                    listed
                );
                output.Finish(report);
                return new RunOutcome.Finished(record, report);

                IChangeSink Open(ChangeColumns columns)
                {
                    var sink = output.OpenChanges(columns);
                    return record.Target is { IsReplay: true } ? changed = new ChangedLeads(sink) : sink;
                }

            default:
                throw new UnreachableException();
        }
    }

    /// <summary>As the run itself did when it was compared.</summary>
    private async Task<(DriftSummary? Summary, ListedOutcomes? Listed)> LookCloserAsync(
        RunRecord run,
        StoredComparison compared,
        ChangedLeads? changed,
        IReportOutput output,
        CancellationToken cancellationToken
    )
    {
        var isListed = run.Verdict is Verdict.NoBaseline or Verdict.Broken || run.Target is { IsReplay: true };
        if (!isListed || run.OutcomesRoot is not { } root || run.LeadSetRoot is not { } leadRoot)
        {
            return (compared.Summary, null);
        }

        var leads = await FindLeadsAsync(leadRoot, cancellationToken);
        var outcomes = await context.Stores.Outcomes.GetAsync(root, cancellationToken);
        var summary =
            changed is null || compared.Summary is null
                ? compared.Summary
                : await new CommonTraits(context).ExplainAsync(
                    compared.Summary,
                    changed,
                    leads,
                    outcomes.Shards,
                    cancellationToken
                );
        var columns = RunReports.Columns(context.Workspace.Target, compared.Model, null, outcomes.Totals);
        var listed = await new OutcomeListing(context).WriteAsync(
            leads,
            outcomes.Shards,
            attributes => output.OpenOutcomes(RunReports.Columns(columns, attributes, summary)),
            cancellationToken
        );
        return (summary, listed);
    }

    /// <summary>A report can be made again without its leads; it says less then.</summary>
    private async Task<LeadSet?> FindLeadsAsync(string root, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Stores.LeadSets.FindAsync(root, cancellationToken);
        }
        catch (StoreDamage)
        {
            return null;
        }
    }

    internal async Task<StoredComparison> CompareAsync(
        RunRecord run,
        Func<ChangeColumns, IChangeSink> sinks,
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
        var sink = sinks(
            RunReports.Columns(
                context.Workspace.Target,
                model,
                was,
                model is null ? outcomes.Totals : null,
                before?.Totals
            )
        );
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
