using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>Takes an order for a run and returns at once; workers do the rest.</summary>
public sealed class OrderRun(IWorkspaces workspaces, IWorkQueue queue)
{
    /// <summary>Runs of one workspace that may wait.</summary>
    public const int MostWaiting = 20;

    /// <exception cref="Domain.Faults.StorageFault">It may not have been kept; ordering again does no harm.</exception>
    public async Task<RunOrdered> ExecuteAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(order.Workspace, cancellationToken) is not { } workspace)
        {
            return new RunOrdered.UnknownWorkspace();
        }

        var waiting = await workspace.Tickets.ListAsync(cancellationToken);
        if (order.Candidate is null && waiting.FirstOrDefault(ticket => IsSame(ticket, order)) is { } same)
        {
            await new RunTurn(workspace, queue).SendOpenStepsAsync(same, cancellationToken);
            return new RunOrdered.Accepted(same.Id, Joined: true);
        }

        if (waiting.Length >= MostWaiting)
        {
            return new RunOrdered.Full(waiting.Length);
        }

        var (id, isNew) = await AddAsync(workspace, order, cancellationToken);
        if (isNew)
        {
            await queue.SendAsync(new(workspace.Name, id, WorkStep.Start), cancellationToken);
        }

        return new RunOrdered.Accepted(id, Joined: !isNew);
    }

    /// <summary>A run that has not started will judge what is live then: ordering the same twice needs only one.</summary>
    private static bool IsSame(RunTicket ticket, RunOrder order) =>
        ticket.Plan is null && ticket.Kind == RunKind.Run && ticket.Reason == order.Reason && ticket.By == order.By;

    private static async Task<(string Id, bool IsNew)> AddAsync(
        ServedWorkspace workspace,
        RunOrder order,
        CancellationToken cancellationToken
    )
    {
        var at = order.Occurrence ?? workspace.Context.Now;
        var kind = order.Candidate is null ? RunKind.Run : RunKind.Preview;
        for (var attempt = 0; ; attempt++)
        {
            var id = RunId.Of(at, $"{workspace.Name}\n{kind}\n{order.By}\n{order.Reason}\n{attempt}");
            if (await workspace.Context.Stores.Runs.FindAsync(id, cancellationToken) is null)
            {
                if (order.Candidate is { } candidate)
                {
                    using var content = new MemoryStream(candidate);
                    await workspace.Files.SaveAsync(id, StartRun.CandidateName, content, cancellationToken);
                }

                var ticket = RunTicket.New(id, kind, order.Reason, order.By, workspace.Context.Now);
                if (await workspace.Tickets.TryAddAsync(ticket, cancellationToken))
                {
                    return (id, true);
                }
            }

            if (order.Occurrence is not null)
            {
                return (id, false);
            }
        }
    }
}
