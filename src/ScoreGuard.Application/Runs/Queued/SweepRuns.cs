using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>Picks up runs that lost their worker or their message, and names those that cannot be helped.</summary>
public sealed class SweepRuns(IWorkspaces workspaces, IWorkQueue queue)
{
    /// <summary>How often a run is picked up before it is given up.</summary>
    public const int MostResent = 10;

    /// <param name="stalled">How long a run must not have moved. Longer than a step may take.</param>
    /// <returns>The run of that workspace that had not moved; null: there is none.</returns>
    public async Task<StalledRun?> ExecuteAsync(
        string workspace,
        TimeSpan stalled,
        CancellationToken cancellationToken
    ) =>
        await workspaces.FindAsync(workspace, cancellationToken) is { } served
            ? await SweepAsync(served, stalled, cancellationToken)
            : null;

    private async Task<StalledRun?> SweepAsync(
        ServedWorkspace workspace,
        TimeSpan stalled,
        CancellationToken cancellationToken
    )
    {
        // The turn first: a run that takes it after that has its ticket among those that are listed.
        var turn = await workspace.Tickets.FindTurnAsync(cancellationToken);
        var tickets = await workspace.Tickets.ListAsync(cancellationToken);
        if (turn is not null && tickets.All(ticket => ticket.Id != turn))
        {
            // Its worker was killed between removing the ticket and ending the turn.
            await workspace.Tickets.EndTurnAsync(turn, cancellationToken);
            turn = null;
        }

        var due = turn ?? tickets.FirstOrDefault()?.Id;
        var before = workspace.Context.Now.UnixMilliseconds - (long)stalled.TotalMilliseconds;
        return
            due is null
            || await workspace.Tickets.FindAsync(due, cancellationToken) is not { } held
            || held.Ticket.TouchedAt.UnixMilliseconds > before
            ? null
            : await ResendAsync(workspace, held, cancellationToken);
    }

    private async Task<StalledRun?> ResendAsync(
        ServedWorkspace workspace,
        HeldTicket held,
        CancellationToken cancellationToken
    )
    {
        var next = held.Ticket with { Resent = held.Ticket.Resent + 1, TouchedAt = workspace.Context.Now };
        if (!await workspace.Tickets.TryReplaceAsync(held, next, cancellationToken))
        {
            return null;
        }

        if (next.Resent > MostResent)
        {
            return new(next.Id, $"It was picked up {MostResent} times and did not move on.");
        }

        await new RunTurn(workspace, queue).SendOpenStepsAsync(next, cancellationToken);
        return new(next.Id, null);
    }
}
