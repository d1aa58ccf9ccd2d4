using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Faults;
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
        var (verdict, judged) = await JudgeAsync(subject.Kind, evidence, finding, cancellationToken);
        finding = judged;
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

    /// <returns>The verdict, and what it rests on: nothing where the history that it needs is damaged.</returns>
    private async Task<(Verdict Verdict, Finding Finding)> JudgeAsync(
        RunKind kind,
        Evidence evidence,
        Finding finding,
        CancellationToken cancellationToken
    )
    {
        var found = Found(kind, evidence, finding);
        if (VerdictRules.Judge(found) == Verdict.Broken)
        {
            // Nothing that came before would change it: what is damaged there must not keep it from being told.
            return (Verdict.Broken, finding);
        }

        try
        {
            return (VerdictRules.Judge(await WithHistoryAsync(found, cancellationToken)), finding);
        }
        catch (StoreDamage damage)
        {
            evidence.Add(damage.Diagnostic);
            return (VerdictRules.Judge(Found(kind, evidence, Finding.None)), Finding.None);
        }
    }

    private async Task<RunEvidence> WithHistoryAsync(RunEvidence found, CancellationToken cancellationToken)
    {
        var accepted = await new PreviewPromotion(context).AcceptedAsync(found.BaselineRoot, cancellationToken);
        return found with
        {
            PreviousDrifted =
                await context.Stores.Runs.FindLastJudgedAsync(cancellationToken) is { Verdict: Verdict.Drift },
            AcceptedPreviews = [.. accepted.Select(decision => decision.OutcomesRoot)],
        };
    }

    private static RunEvidence Found(RunKind kind, Evidence evidence, Finding finding) =>
        new(
            kind,
            evidence.HasErrors,
            finding.Outcomes?.Root,
            evidence.Baseline?.OutcomesRoot,
            finding.Summary?.Counts.Leads ?? 0,
            finding.Summary?.Drifted ?? 0,
            PreviousDrifted: false,
            AcceptedPreviews: []
        );
}
