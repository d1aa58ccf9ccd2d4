using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>Picks up runs that lost their worker or their message, and ends those that cannot be helped.</summary>
public sealed class SweepRuns(IWorkspaces workspaces, IWorkQueue queue, TakeStep steps)
{
    /// <summary>How often a run is picked up before it is given up.</summary>
    public const int MostResent = 10;

    /// <param name="stalled">How long a run must not have moved. Longer than a step may take.</param>
    /// <returns>Runs picked up.</returns>
    public async Task<int> ExecuteAsync(TimeSpan stalled, CancellationToken cancellationToken)
    {
        var picked = 0;
        foreach (var name in await workspaces.ListAsync(cancellationToken))
        {
            if (await workspaces.FindAsync(name, cancellationToken) is { } workspace)
            {
                picked += await SweepAsync(workspace, stalled, cancellationToken);
            }
        }

        return picked;
    }

    private async Task<int> SweepAsync(ServedWorkspace workspace, TimeSpan stalled, CancellationToken cancellationToken)
    {
        var tickets = await workspace.Tickets.ListAsync(cancellationToken);
        var turn = await workspace.Tickets.FindTurnAsync(cancellationToken);
        if (turn is not null && tickets.All(ticket => ticket.Id != turn))
        {
            // Its worker was killed between removing the ticket and ending the turn.
            await workspace.Tickets.EndTurnAsync(turn, cancellationToken);
            turn = null;
        }

        var due = turn ?? tickets.FirstOrDefault()?.Id;
        var before = workspace.Context.Now.UnixMilliseconds - (long)stalled.TotalMilliseconds;
        if (
            due is null
            || await workspace.Tickets.FindAsync(due, cancellationToken) is not { } held
            || held.Ticket.TouchedAt.UnixMilliseconds > before
        )
        {
            return 0;
        }

        await ResendAsync(workspace, held, cancellationToken);
        return 1;
    }

    private async Task ResendAsync(ServedWorkspace workspace, HeldTicket held, CancellationToken cancellationToken)
    {
        var next = held.Ticket with { Resent = held.Ticket.Resent + 1, TouchedAt = workspace.Context.Now };
        if (!await workspace.Tickets.TryReplaceAsync(held, next, cancellationToken))
        {
            return;
        }

        if (next.Resent <= MostResent)
        {
            await new RunTurn(workspace, queue).SendOpenStepsAsync(next, cancellationToken);
            return;
        }

        try
        {
            var why = $"It was picked up {MostResent} times and did not move on.";
            await steps.GiveUpAsync(new(workspace.Name, next.Id, WorkStep.Conclude), why, cancellationToken);
        }
        catch (WorkspaceBusy)
        {
            // The next sweep ends it.
        }
    }
}
