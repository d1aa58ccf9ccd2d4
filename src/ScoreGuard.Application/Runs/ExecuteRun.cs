using System.Collections.Immutable;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>A run in one go: snapshot, replay, compare, explain, judge, record. A preview is the same with a candidate, and moves nothing.</summary>
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

        cancellationToken = gate.Stop;
        var startedAt = context.Now;
        var id = await NewIdAsync(request, startedAt, cancellationToken);
        var evidence = await Evidence.GatherAsync(context, request, id, cancellationToken);
        var edits = await evidence.FindEditsAsync(context, cancellationToken);
        var finding = Finding.None;
        if (!evidence.HasErrors)
        {
            var model = evidence.Model!;
            await context.Stores.Models.SaveAsync(model.Hash, model.Canonical, cancellationToken);
            var source = context.Workspace.Target.MakesRecords
                ? await ReplayLiveAsync(id, evidence, cancellationToken)
                : OutcomeSources.Of(context, context.Workspace.Target, id, evidence.Leads!, model);
            finding = await new RunComparison(context) { Progress = Progress }.FindAsync(
                evidence,
                edits,
                source,
                output,
                cancellationToken
            );
        }

        var subject = new RunSubject(id, request.Kind, request.Reason, startedAt);
        var finished = await new RunConclusion(context).ConcludeAsync(
            subject,
            evidence,
            edits,
            finding,
            output,
            cancellationToken
        );
        await new LiveRun(context).ForgetAsync(id, cancellationToken);
        return finished;
    }

    private async Task<StoredOutcomes> ReplayLiveAsync(
        string run,
        Evidence evidence,
        CancellationToken cancellationToken
    )
    {
        var live = await new LiveRun(context).ReplayAsync(run, evidence, null, cancellationToken);
        return new(context.Stores.OutcomeShards, live.Outcomes, live.Diagnostics);
    }

    private static string Word(RunKind kind) => kind == RunKind.Preview ? "preview" : "run";

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
}
