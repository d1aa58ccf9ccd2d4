using System.Collections.Immutable;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Notifications;
using ScoreGuard.Application.Reports;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Reports;
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
    /// <returns>Null where the run is not ready for it, or was ended before.</returns>
    /// <exception cref="WorkspaceBusy">A decision is under way; try again.</exception>
    public async Task<EndedRun?> ExecuteAsync(string run, CancellationToken cancellationToken)
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

        return await EndAsync(held.Ticket, recorded, Judge, Untellable, cancellationToken);

        async Task<RunRecord> Judge(WorkspaceContext context, StoredReport output)
        {
            var (evidence, edits, finding) = await TryFindAsync(context, held.Ticket, output, cancellationToken);
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
    /// <exception cref="StoreDamage">What was recorded of it cannot be read back; it has ended all the same.</exception>
    public async Task<EndedRun?> GiveUpAsync(string run, Diagnostic why, CancellationToken cancellationToken)
    {
        if (await workspace.Tickets.FindAsync(run, cancellationToken) is not { } held)
        {
            return null;
        }

        using var gate = await WorkspaceBusy.LockAsync(workspace.Context, cancellationToken);
        cancellationToken = gate.Stop;
        try
        {
            var recorded = await workspace.Context.Stores.Runs.FindAsync(run, cancellationToken);
            return await EndAsync(held.Ticket, recorded, Break, IsNoCancellation, cancellationToken);
        }
        catch (StoreDamage)
        {
            // No other attempt would read it either, and the next run must not wait for it.
            await new RunTurn(workspace, queue).PassOnAsync(run, cancellationToken);
            throw;
        }

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

    /// <summary>Damage is the same at every attempt; anything else may be over by the next one.</summary>
    private static bool Untellable(Exception fault) => fault is StoreDamage;

    private static bool IsNoCancellation(Exception fault) => fault is not OperationCanceledException;

    /// <summary>A replay that is given up may have left records; the next run cleans up after it.</summary>
    private async Task<ImmutableArray<Diagnostic>> LeftAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        var mark = LiveRun.MarkOf(ticket.Id);
        try
        {
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
        catch (StoreDamage damage)
        {
            return [damage.Diagnostic];
        }
    }

    /// <param name="untellable">Of what goes wrong with the mail: what the run goes on without it for.</param>
    private async Task<EndedRun> EndAsync(
        RunTicket ticket,
        RunRecord? recorded,
        Func<WorkspaceContext, StoredReport, Task<RunRecord>> judge,
        Func<Exception, bool> untellable,
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
        var untold = await TellAsync(record, output.Report!, untellable, cancellationToken);
        await new LiveRun(context).ForgetAsync(ticket.Id, cancellationToken);
        await new RunTurn(workspace, queue).PassOnAsync(ticket.Id, cancellationToken);
        return new(record, untold);
    }

    /// <returns>Why it cannot be told; null: it is.</returns>
    private async Task<Exception?> TellAsync(
        RunRecord record,
        RunReport report,
        Func<Exception, bool> untellable,
        CancellationToken cancellationToken
    )
    {
        if (news is null)
        {
            return null;
        }

        try
        {
            await news.TellAsync(workspace, record, report, cancellationToken);
            return null;
        }
        catch (Exception fault) when (untellable(fault))
        {
            return fault;
        }
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

    /// <summary>What was found, or the damage that stood in the way: it is the same at every attempt, so the run ends with it.</summary>
    private static async Task<(Evidence Evidence, ModelEdits Edits, Finding Finding)> TryFindAsync(
        WorkspaceContext context,
        RunTicket ticket,
        StoredReport output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var evidence = await Evidence.RecallAsync(context, ticket.Plan!, cancellationToken);
            evidence.Learn(facts => ticket.Parts.Select(part => part.Target).FirstOrDefault() ?? facts);
            var edits = await evidence.FindEditsAsync(context, cancellationToken);
            var finding = evidence.HasErrors
                ? Finding.None
                : await new RunComparison(context).FindAsync(
                    evidence,
                    edits,
                    Replayed(context, ticket),
                    output,
                    cancellationToken
                );
            return (evidence, edits, finding);
        }
        catch (StoreDamage damage)
        {
            return (Evidence.Refused([damage.Diagnostic], ticket.Plan!.Target), ModelEdits.None, Finding.None);
        }
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
