using ScoreGuard.Application.Notifications;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs.Queued;

/// <param name="news">Tells readers of runs that end; null: nobody is told.</param>
/// <summary>Takes one step of a run. Each may be taken twice, late, out of order, and after a crash in the middle.</summary>
public sealed class TakeStep(IWorkspaces workspaces, IWorkQueue queue, NewsDesk? news = null)
{
    /// <exception cref="StorageFault">The store could not be reached; take the step again.</exception>
    /// <exception cref="WorkspaceBusy">A decision is under way; take the step again.</exception>
    public async Task<StepResult> ExecuteAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(item.Workspace, cancellationToken) is not { } workspace)
        {
            return StepResult.Nothing;
        }

        try
        {
            return item.Step switch
            {
                WorkStep.Start => new(
                    await new StartRun(workspace, queue).ExecuteAsync(item.Run, cancellationToken),
                    0,
                    null
                ),
                WorkStep.Replay => Of(
                    await new ReplayPart(workspace, queue).ExecuteAsync(item.Run, item.Part, cancellationToken)
                ),
                WorkStep.Conclude => Of(
                    await new ConcludeRun(workspace, queue, news).ExecuteAsync(item.Run, cancellationToken)
                ),
                _ => StepResult.Nothing,
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await NoteAsync(workspace, item.Run, fault);
            throw;
        }
    }

    /// <summary>Ends the run of a step that failed more often than it may.</summary>
    /// <param name="why">What the queue knows of it; the last fault of the run is added where one was noted.</param>
    public async Task<StepResult> GiveUpAsync(WorkItem item, string why, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(item.Workspace, cancellationToken) is not { } workspace)
        {
            return StepResult.Nothing;
        }

        var ticket = (await workspace.Tickets.FindAsync(item.Run, cancellationToken))?.Ticket;
        if (ticket is not null && IsTaken(ticket, item))
        {
            return StepResult.Nothing;
        }

        var fault = ticket?.Fault is { } noted ? $" {noted}" : "";
        var file = workspace.Context.Files.DisplayName(Workspace.FileName);
        var reason = new Diagnostic(RunCodes.GaveUp.Code, Severity.Error, file, null, "", $"{why}{fault}");
        return Of(await new ConcludeRun(workspace, queue, news).GiveUpAsync(item.Run, reason, cancellationToken));
    }

    /// <summary>A copy of a step that only got into the way of the one that was taken says nothing about the run.</summary>
    private static bool IsTaken(RunTicket ticket, WorkItem item) =>
        item.Step switch
        {
            WorkStep.Start => ticket.Plan is not null,
            WorkStep.Replay => ticket.Has(item.Part),
            _ => false,
        };

    private static StepResult Of(long leads) => new(leads > 0, leads, null);

    private static StepResult Of(EndedRun? ended) => new(ended is not null, 0, ended?.Record, ended?.Untold);

    /// <summary>So that a run which is given up later can say why. Faults of our own keep to what may be shown.</summary>
    private static async Task NoteAsync(ServedWorkspace workspace, string run, Exception fault)
    {
        var text = fault is StorageFault or StoreDamage or WorkspaceBusy ? fault.Message : fault.GetType().Name;
        try
        {
            if (await workspace.Tickets.FindAsync(run, CancellationToken.None) is { } held)
            {
                await workspace.Tickets.TryReplaceAsync(
                    held,
                    held.Ticket with
                    {
                        Fault = text,
                    },
                    CancellationToken.None
                );
            }
        }
        catch (StorageFault)
        {
            // The store is what fails: the step is taken again, and nothing can be noted now.
        }
    }
}
