using System.Collections.Immutable;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Notifications;
using ScoreGuard.Application.Reports;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>
/// Ends a run once its parts are replayed. The record is the moment at which it counts; what comes after it is done again
/// by whoever finds the record and still the ticket.
/// </summary>
internal sealed class ConcludeRun(ServedWorkspace workspace, IWorkQueue queue, NewsDesk? news)
{
    /// <returns>The record; null where the run is not ready for it, or was ended before.</returns>
    /// <exception cref="WorkspaceBusy">A decision is under way; try again.</exception>
    public async Task<RunRecord?> ExecuteAsync(string run, CancellationToken cancellationToken)
    {
        if (await workspace.Tickets.FindAsync(run, cancellationToken) is not { } held)
        {
            return null;
        }

        using var gate = await WorkspaceBusy.LockAsync(workspace.Context, cancellationToken);
        cancellationToken = gate.Stop;
        var recorded = await workspace.Context.Stores.Runs.FindAsync(run, cancellationToken);
        if (recorded is null && !held.Ticket.IsReplayed)
        {
            return null;
        }

        var plan = held.Ticket.Plan;
        return await EndAsync(held.Ticket, recorded, Judge, cancellationToken);

        async Task<RunRecord> Judge(WorkspaceContext context, StoredReport output)
        {
            var evidence = await Evidence.RecallAsync(context, plan!, cancellationToken);
            evidence.Learn(facts => held.Ticket.Parts.Select(part => part.Target).FirstOrDefault() ?? facts);
            var edits = await evidence.FindEditsAsync(context, cancellationToken);
            var finding = await FindAsync(context, evidence, edits, held.Ticket, output, cancellationToken);
            var finished = await new RunConclusion(context).ConcludeAsync(
                Subject(held.Ticket),
                evidence,
                edits,
                finding,
                output,
                cancellationToken
            );
            return finished.Run;
        }
    }

    /// <summary>Ends a run that cannot go on. It says nothing about drift, and says why.</summary>
    /// <exception cref="WorkspaceBusy">A decision is under way; try again.</exception>
    public async Task<RunRecord?> GiveUpAsync(string run, Diagnostic why, CancellationToken cancellationToken)
    {
        if (await workspace.Tickets.FindAsync(run, cancellationToken) is not { } held)
        {
            return null;
        }

        using var gate = await WorkspaceBusy.LockAsync(workspace.Context, cancellationToken);
        cancellationToken = gate.Stop;
        var recorded = await workspace.Context.Stores.Runs.FindAsync(run, cancellationToken);
        return await EndAsync(held.Ticket, recorded, Break, cancellationToken);

        async Task<RunRecord> Break(WorkspaceContext context, StoredReport output)
        {
            var evidence = Evidence.Refused(
                [why, .. await LeftAsync(held.Ticket, cancellationToken)],
                held.Ticket.Plan?.Target
            );
            var finished = await new RunConclusion(context).ConcludeAsync(
                Subject(held.Ticket),
                evidence,
                ModelEdits.None,
                Finding.None,
                output,
                cancellationToken
            );
            return finished.Run;
        }
    }

    /// <summary>A replay that is given up may have left records; the next run cleans up after it.</summary>
    private async Task<ImmutableArray<Diagnostic>> LeftAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        var mark = LiveRun.MarkOf(ticket.Id);
        return (await workspace.Context.Stores.Journal.ListAsync(cancellationToken)).Contains(mark)
            ?
            [
                Janitor.Warning(
                    workspace.Context.Files.DisplayName(Workspace.FileName),
                    $"Records of the run {mark} may be left on the platform; the next run removes them, `scoreguard janitor` at once."
                ),
            ]
            : [];
    }

    private async Task<RunRecord> EndAsync(
        RunTicket ticket,
        RunRecord? recorded,
        Func<WorkspaceContext, StoredReport, Task<RunRecord>> judge,
        CancellationToken cancellationToken
    )
    {
        // What is judged was taken down when the run started; the files may say something else by now.
        var context = ticket.Plan is { } plan
            ? workspace.Context with
            {
                Workspace = plan.Workspace,
            }
            : workspace.Context;
        await using var output = new StoredReport(context.Stores.Scratch);
        var record = recorded ?? await judge(context, output);
        if (recorded is not null)
        {
            await RepeatAsync(context, recorded, output, cancellationToken);
        }

        await output.SaveAsync(workspace.Files, cancellationToken);
        if (news is not null)
        {
            await news.TellAsync(workspace, record, output.Report!, cancellationToken);
        }

        await new LiveRun(context).ForgetAsync(ticket.Id, cancellationToken);
        await new RunTurn(workspace, queue).PassOnAsync(ticket.Id, cancellationToken);
        return record;
    }

    /// <summary>Goes on where an earlier attempt ended after it had recorded the run.</summary>
    private static async Task RepeatAsync(
        WorkspaceContext context,
        RunRecord recorded,
        StoredReport output,
        CancellationToken cancellationToken
    )
    {
        await new PreviewPromotion(context).RepeatAsync(recorded, cancellationToken);
        await new MakeReport(context).ExecuteAsync(recorded.Id, output, cancellationToken);
    }

    private static async Task<Finding> FindAsync(
        WorkspaceContext context,
        Evidence evidence,
        ModelEdits edits,
        RunTicket ticket,
        StoredReport output,
        CancellationToken cancellationToken
    )
    {
        var replayed = Replayed(context, ticket);
        return evidence.HasErrors
            ? Finding.None
            : await new RunComparison(context).FindAsync(evidence, edits, replayed, output, cancellationToken);
    }

    private static StoredOutcomes Replayed(WorkspaceContext context, RunTicket ticket) =>
        new(
            context.Stores.OutcomeShards,
            [.. ticket.Parts.SelectMany(part => part.Outcomes)],
            [.. ticket.Parts.SelectMany(part => part.Diagnostics).Distinct().Take(DiagnosticBag.Limit)]
        );

    private static RunSubject Subject(RunTicket ticket) =>
        new(ticket.Id, ticket.Kind, ticket.Reason, ticket.Plan?.StartedAt ?? ticket.RequestedAt);
}
