using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>Previews that were accepted before they went live: once live equals one, it becomes the baseline.</summary>
internal sealed class PreviewPromotion(WorkspaceContext context)
{
    /// <summary>Accepts of previews that still stand: made against this very baseline, and not rejected later.</summary>
    public async Task<ImmutableArray<Decision>> AcceptedAsync(string? baselineRoot, CancellationToken cancellationToken)
    {
        if (baselineRoot is null)
        {
            return [];
        }

        var decisions = await context.Stores.Runs.ListDecisionsAsync(cancellationToken);
        return
        [
            .. decisions
                .Where(decision => decision.BaselineRoot == baselineRoot && decision.Scope == DecisionScope.All)
                .GroupBy(decision => decision.Run, StringComparer.Ordinal)
                .Select(ofRun => ofRun.Last())
                .Where(decision => decision.Kind == DecisionKind.Accept),
        ];
    }

    /// <summary>Promotes what an approved run was recorded for, unless that has happened already.</summary>
    public async Task RepeatAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (
            run.Verdict == Verdict.Approved
            && await context.Stores.Baselines.FindCurrentAsync(cancellationToken) is BaselineLookup.Found current
            && current.Baseline.Version == run.BaselineVersion
        )
        {
            await PromoteAsync(run, current.Baseline, cancellationToken);
        }
    }

    public async Task PromoteAsync(RunRecord run, Baseline baseline, CancellationToken cancellationToken)
    {
        var accepted = await AcceptedAsync(baseline.OutcomesRoot, cancellationToken);
        var preview = accepted.Last(decision => decision.OutcomesRoot == run.OutcomesRoot);
        var decision = new Decision(
            $"{run.Id}-1",
            DecisionKind.Promote,
            DecisionScope.All,
            run.Id,
            baseline.OutcomesRoot,
            run.OutcomesRoot!,
            [],
            [],
            preview.By,
            $"Live equals preview {preview.Run}, accepted because: {preview.Reason}",
            context.Now
        );
        var next = new Baseline(
            baseline.Version + 1,
            run.OutcomesRoot!,
            run.ModelHash!,
            run.LeadSetRoot!,
            run.EngineVersion,
            decision
        );
        if (!await context.Stores.Baselines.TryPromoteAsync(next, cancellationToken))
        {
            throw new StorageFault(
                "promote",
                $"baseline version {next.Version}",
                new IOException("it was moved meanwhile")
            );
        }
    }
}
