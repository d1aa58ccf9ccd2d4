using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>Judges what a run found, records it, and reports.</summary>
internal sealed class RunConclusion(WorkspaceContext context)
{
    public async Task<RunOutcome.Finished> ConcludeAsync(
        RunSubject subject,
        Evidence evidence,
        ModelEdits edits,
        Finding finding,
        IReportOutput output,
        CancellationToken cancellationToken
    )
    {
        var verdict = VerdictRules.Judge(await JudgedAsync(subject.Kind, evidence, finding, cancellationToken));
        var record = new RunRecord(
            subject.Id,
            subject.Kind,
            verdict,
            "",
            subject.Reason,
            subject.StartedAt,
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
            [.. evidence.Diagnostics],
            evidence.Target
        );
        var report = RunReports.Write(
            context.Workspace,
            record,
            evidence.Baseline,
            evidence.Model,
            verdict == Verdict.Broken ? null : finding.Summary,
            edits,
            finding.Listed
        );
        record = record with { Headline = report.Headline, Figures = Figures(report.Counts), Causes = Decided(report) };
        // Recorded first: if the process ends in between, the next run finds the same and promotes.
        await context.Stores.Runs.AppendAsync(record, cancellationToken);
        if (verdict == Verdict.Approved)
        {
            await new PreviewPromotion(context).PromoteAsync(record, evidence.Baseline!, cancellationToken);
        }

        output.Finish(report);
        return new RunOutcome.Finished(record, report);
    }

    internal static DriftFigures Figures(DriftCounts counts) =>
        new(counts.Leads, counts.Gained, counts.Lost, counts.ChangedOtherwise, counts.Unchanged);

    private static ImmutableArray<DecidedCause> Decided(RunReport report) =>
        [.. report.Causes.Select(cause => new DecidedCause(cause.Id, cause.Digest))];

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
            await context.Stores.Runs.FindLastJudgedAsync(cancellationToken) is { Verdict: Verdict.Drift },
            [.. accepted.Select(decision => decision.OutcomesRoot)]
        );
    }
}
