using System.Collections.Immutable;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>A run: snapshot, replay, compare, explain, judge, record. A preview is the same with a candidate, and moves nothing.</summary>
public sealed class ExecuteRun(WorkspaceContext context)
{
    /// <summary>Leads replayed so far.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <exception cref="StorageFault">The store refused; nothing half-written is left.</exception>
    public async Task<RunOutcome> ExecuteAsync(
        RunRequest request,
        IReportOutput output,
        CancellationToken cancellationToken
    )
    {
        var refused = ImmutableArray.CreateBuilder<Diagnostic>();
        using var gate = await RunLocking.TryAsync(context, Word(request.Kind), refused.Add, cancellationToken);
        if (gate is null)
        {
            return new RunOutcome.Refused(refused.ToImmutable());
        }

        var startedAt = context.Now;
        var id = await NewIdAsync(request, startedAt, cancellationToken);
        var evidence = await Evidence.GatherAsync(context, request, cancellationToken);
        var edits = ModelEdits.Between(evidence.BaselineModel, evidence.Model);
        var finding = Finding.None;
        if (!evidence.HasErrors)
        {
            finding = await FindAsync(evidence, edits, output, cancellationToken);
        }

        var verdict = VerdictRules.Judge(await JudgedAsync(request.Kind, evidence, finding, cancellationToken));
        var record = new RunRecord(
            id,
            request.Kind,
            verdict,
            "",
            request.Reason,
            startedAt,
            context.Now,
            evidence.Model?.Name,
            evidence.Model?.Hash,
            evidence.Leads?.Root,
            evidence.Leads?.AsOf,
            context.Replayers.EngineVersion,
            finding.Outcomes?.Root,
            evidence.Baseline?.Version,
            evidence.Baseline?.OutcomesRoot,
            evidence.Policy,
            context.Workspace.ReportLeads,
            default,
            [],
            [.. evidence.Diagnostics]
        );
        var report = RunReports.Write(
            context.Workspace,
            record,
            evidence.Baseline,
            evidence.Model,
            verdict == Verdict.Broken ? null : finding.Summary,
            edits
        );
        record = record with { Headline = report.Headline, Figures = Figures(report.Counts), Causes = Decided(report) };
        // Recorded first: if the process ends in between, the next run finds the same and promotes.
        await context.Stores.Runs.AppendAsync(record, cancellationToken);
        if (verdict == Verdict.Approved)
        {
            await new PreviewPromotion(context).PromoteAsync(record, evidence, cancellationToken);
        }

        output.Finish(report);
        return new RunOutcome.Finished(record, report);
    }

    internal static DriftFigures Figures(DriftCounts counts) =>
        new(counts.Leads, counts.Gained, counts.Lost, counts.ChangedOtherwise, counts.Unchanged);

    private static string Word(RunKind kind) => kind == RunKind.Preview ? "preview" : "run";

    private static ImmutableArray<DecidedCause> Decided(RunReport report) =>
        [.. report.Causes.Select(cause => new DecidedCause(cause.Id, cause.Digest))];

    /// <summary>Replays, compares, and stores what was replayed.</summary>
    private async Task<Finding> FindAsync(
        Evidence evidence,
        ModelEdits edits,
        IReportOutput output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await EngineUpgrade.CheckAsync(context, evidence, cancellationToken);
            var baseline = Comparable(evidence);
            var (model, leads) = (evidence.Model!, evidence.Leads!);
            await context.Stores.Models.SaveAsync(model.Hash, model.Canonical, cancellationToken);
            var source = new ReplayedOutcomes(context.Stores.Shards, leads, context.Replayers.Compile(model));
            var comparison = new OutcomeComparison(
                context.Stores.Shards,
                evidence.Policy,
                context.Stores.Scratch,
                keep: true
            )
            {
                Progress = Progress,
            };
            using var tally = new DriftTally(
                baseline?.Totals ?? OutcomeTotals.None,
                edits.Attribution,
                context.Workspace.ReportLeads,
                output.OpenChanges(RunReports.Dimensions(model, evidence.BaselineModel))
            );
            var shards = await comparison.RunAsync(baseline?.Shards, source, tally, cancellationToken);
            foreach (var diagnostic in source.Diagnostics)
            {
                evidence.Add(diagnostic);
            }

            if (source.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
            {
                return Finding.None;
            }

            var summary = tally.ToSummary();
            var outcomes = OutcomeSet.Of(shards, summary.After);
            await context.Stores.Outcomes.SaveAsync(outcomes, cancellationToken);
            return new(outcomes, summary);
        }
        catch (StoreDamage damage)
        {
            evidence.Add(damage.Diagnostic);
            return Finding.None;
        }
    }

    /// <summary>The baseline's outcomes, if the replay may be compared with them; why not is told.</summary>
    private static OutcomeSet? Comparable(Evidence evidence)
    {
        if (evidence.Baseline is { } baseline && baseline.LeadSetRoot != evidence.Leads!.Root)
        {
            evidence.Add(
                RunCodes.LeadSetChanged,
                Severity.Error,
                evidence.Leads.Source,
                $"Baseline version {baseline.Version} was made on other leads, so nothing can be compared. Check the outcomes of the new leads and approve them as a new baseline."
            );
        }

        return evidence.HasErrors ? null : evidence.BaselineOutcomes;
    }

    private async Task<RunEvidence> JudgedAsync(
        RunKind kind,
        Evidence evidence,
        Finding finding,
        CancellationToken cancellationToken
    )
    {
        var root = evidence.Baseline?.OutcomesRoot;
        var accepted = await new PreviewPromotion(context).AcceptedAsync(root, cancellationToken);
        return new(
            kind,
            evidence.HasErrors,
            finding.Outcomes?.Root,
            root,
            finding.Summary?.Counts.Leads ?? 0,
            finding.Summary?.Drifted ?? 0,
            await PreviousDriftedAsync(cancellationToken),
            [.. accepted.Select(decision => decision.OutcomesRoot)]
        );
    }

    private async Task<bool> PreviousDriftedAsync(CancellationToken cancellationToken)
    {
        var runs = await context.Stores.Runs.ListAsync(200, cancellationToken);
        return runs.FirstOrDefault(run => run is { Kind: RunKind.Run, Verdict: not Verdict.Broken })
            is { Verdict: Verdict.Drift };
    }

    private async Task<string> NewIdAsync(RunRequest request, Instant startedAt, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var id = RunId.Of(startedAt, $"{request.Kind}\n{request.Reason}\n{attempt}");
            if (await context.Stores.Runs.FindAsync(id, cancellationToken) is null)
            {
                return id;
            }
        }
    }

    /// <summary>What replaying and comparing gave; nothing where something stood in the way.</summary>
    private sealed record Finding(OutcomeSet? Outcomes, DriftSummary? Summary)
    {
        public static Finding None { get; } = new(null, null);
    }
}
