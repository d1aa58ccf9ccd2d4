using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>Hands the turn of a workspace from one run to the next.</summary>
internal sealed class RunTurn(ServedWorkspace workspace, IWorkQueue queue)
{
    /// <summary>Sends every step of <paramref name="ticket"/> that is open. Sending one twice does no harm.</summary>
    public async Task SendOpenStepsAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Plan is not { } plan)
        {
            await SendAsync(ticket.Id, WorkStep.Start, 0, cancellationToken);
            return;
        }

        for (var part = 0; part < plan.Parts; part++)
        {
            if (!ticket.Has(part))
            {
                await SendAsync(ticket.Id, WorkStep.Replay, part, cancellationToken);
                if (plan.Workspace.Target.ScoresElsewhere)
                {
                    // One after the other: a pace that two workers keep each is kept by nobody.
                    break;
                }
            }
        }

        await SendConclusionAsync(ticket, cancellationToken);
    }

    /// <summary>Whoever finds every part done sends for the end of the run: the last one, or one that repeats its step.</summary>
    public async Task SendConclusionAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        if (ticket.IsReplayed)
        {
            await SendAsync(ticket.Id, WorkStep.Conclude, 0, cancellationToken);
        }
    }

    /// <summary>
    /// Ends a recorded run: the next one is sent for before the ticket goes, so that whoever repeats this after a crash
    /// still finds it.
    /// </summary>
    public async Task PassOnAsync(string run, CancellationToken cancellationToken)
    {
        await workspace.Tickets.EndTurnAsync(run, cancellationToken);
        var waiting = await workspace.Tickets.ListAsync(cancellationToken);
        if (waiting.FirstOrDefault(ticket => ticket.Id != run) is { } next)
        {
            await SendOpenStepsAsync(next, cancellationToken);
        }

        await workspace.Tickets.RemoveAsync(run, cancellationToken);
    }

    private Task SendAsync(string run, WorkStep step, int part, CancellationToken cancellationToken) =>
        queue.SendAsync(new(workspace.Name, run, step, part), cancellationToken);
}
