using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Application.Reports;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Decisions;

/// <summary>Accepts or rejects a run, some of its causes or some of its leads, if the evidence is still current.</summary>
public sealed class Decide(WorkspaceContext context)
{
    /// <exception cref="StoreDamage">The evidence cannot be read back; nothing was decided.</exception>
    public async Task<DecisionOutcome> ExecuteAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        var refused = ImmutableArray.CreateBuilder<Diagnostic>();
        using var gate = await RunLocking.TryAsync(context, "decision", refused.Add, cancellationToken);
        if (gate is null)
        {
            return new DecisionOutcome.Refused(refused.ToImmutable());
        }

        cancellationToken = gate.Stop;
        switch (await new RunNames(context).ResolveAsync(request.Run, cancellationToken))
        {
            case Parsed<RunRecord>.Refused unknown:
                return new DecisionOutcome.Refused(unknown.Diagnostics);
            case Parsed<RunRecord>.Ok run:
                return await DecideAsync(request, run.Value, cancellationToken);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<DecisionOutcome> DecideAsync(
        DecisionRequest request,
        RunRecord run,
        CancellationToken cancellationToken
    )
    {
        var lookup = await context.Stores.Baselines.FindCurrentAsync(cancellationToken);
        var current = (lookup as BaselineLookup.Found)?.Baseline;
        var check = new DecisionCheck(context);
        await check.CheckAsync(request, run, current, cancellationToken);
        if (check.Diagnostics.Count > 0)
        {
            return new DecisionOutcome.Refused([.. check.Diagnostics]);
        }

        var decision = await NewDecisionAsync(request, run, cancellationToken);
        if (request.Kind == DecisionKind.Reject || run.Kind == RunKind.Preview)
        {
            await context.Stores.Runs.AppendAsync(decision, cancellationToken);
            return new DecisionOutcome.Recorded(decision, null);
        }

        var next =
            request.Scope == DecisionScope.All
                ? Whole(run, current, decision)
                : await PartAsync(request, run, current!, decision, check, cancellationToken);
        if (next is null)
        {
            return new DecisionOutcome.Refused([.. check.Diagnostics]);
        }

        if (!await context.Stores.Baselines.TryPromoteAsync(next, cancellationToken))
        {
            check.Refuse(RunCodes.NotCurrent, "The baseline was moved meanwhile; run again and decide on that.");
            return new DecisionOutcome.Refused([.. check.Diagnostics]);
        }

        return new DecisionOutcome.Recorded(decision, next);
    }

    private static Baseline Whole(RunRecord run, Baseline? current, Decision decision) =>
        new(
            (current?.Version ?? 0) + 1,
            run.OutcomesRoot!,
            run.ModelHash!,
            run.LeadSetRoot!,
            run.EngineVersion,
            decision
        );

    /// <summary>Null: refused, <paramref name="check"/> says why.</summary>
    private async Task<Baseline?> PartAsync(
        DecisionRequest request,
        RunRecord run,
        Baseline current,
        Decision decision,
        DecisionCheck check,
        CancellationToken cancellationToken
    )
    {
        var before = await context.Stores.Outcomes.GetAsync(current.OutcomesRoot, cancellationToken);
        var after = await context.Stores.Outcomes.GetAsync(run.OutcomesRoot!, cancellationToken);
        var chosen = new ChosenLeads(request, before.Totals);
        var compared = await new MakeReport(context).CompareAsync(run, _ => chosen, cancellationToken);
        CheckEvidence(run, compared.Summary!, check);
        foreach (var lead in chosen.Unknown)
        {
            check.Refuse(
                RunCodes.UnknownLead,
                $"Lead {lead} did not change in run {run.Id}; drift.csv lists those that did."
            );
        }

        if (check.Diagnostics.Count > 0)
        {
            return null;
        }

        var composition = new BaselineComposition(context.Stores.OutcomeShards, chosen.Leads);
        var shards = await composition.ComposeAsync(before, after, cancellationToken);
        var outcomes = OutcomeSet.Of(shards, chosen.Totals);
        await context.Stores.Outcomes.SaveAsync(outcomes, cancellationToken);
        var model = outcomes.Root == run.OutcomesRoot ? run.ModelHash! : current.ModelHash;
        return new(current.Version + 1, outcomes.Root, model, run.LeadSetRoot!, run.EngineVersion, decision);
    }

    private static void CheckEvidence(RunRecord run, DriftSummary found, DecisionCheck check)
    {
        if (found.Counts.ByKind.Any(kind => kind.What is ChangeKind.New or ChangeKind.Vanished))
        {
            check.Refuse(
                RunCodes.OnlyWhole,
                $"Leads appeared or vanished in run {run.Id}: it can only be decided as a whole."
            );
        }

        var digests = found.Causes.Select(cause => new DecidedCause(cause.Id, cause.Digest));
        if (!digests.SequenceEqual(run.Causes))
        {
            check.Refuse(
                RunCodes.NotCurrent,
                $"What run {run.Id} found cannot be told apart the same way any more; run again and decide on that."
            );
        }
    }

    private async Task<Decision> NewDecisionAsync(
        DecisionRequest request,
        RunRecord run,
        CancellationToken cancellationToken
    )
    {
        var earlier = await context.Stores.Runs.ListDecisionsAsync(cancellationToken);
        var number = earlier.Count(decision => decision.Run == run.Id) + 1;
        var causes = run.Causes.Where(cause => request.Causes.Contains(cause.Id));
        return new(
            $"{run.Id}-{number}",
            request.Kind,
            request.Scope,
            run.Id,
            run.BaselineRoot,
            run.OutcomesRoot!,
            request.Scope == DecisionScope.All ? run.Causes : [.. causes],
            request.Leads,
            request.By,
            request.Reason,
            context.Now
        );
    }
}
