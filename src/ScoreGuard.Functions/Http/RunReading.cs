using ScoreGuard.Application.Workspaces;

namespace ScoreGuard.Functions.Http;

/// <summary>
/// Finds runs wherever they are. A run is on its way until its ticket is gone, recorded or not: only then its report is
/// there. Tickets are asked for first, so that a run which ends in between is found as its record.
/// </summary>
internal sealed class RunReading(IWorkspaces workspaces)
{
    public async Task<ServedWorkspace?> FindWorkspaceAsync(string name, CancellationToken cancellationToken) =>
        await workspaces.FindAsync(name, cancellationToken);

    /// <summary>Null where there is no such run.</summary>
    public async Task<RunView?> FindAsync(RunAddress address, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(address.Workspace, cancellationToken) is not { } workspace)
        {
            return null;
        }

        if (await workspace.Tickets.FindAsync(address.Run, cancellationToken) is { } ticket)
        {
            return RunView.Of(workspace.Name, ticket.Ticket);
        }

        if (await workspace.Context.Stores.Runs.FindAsync(address.Run, cancellationToken) is not { } record)
        {
            return null;
        }

        var mail = await workspace.Notifications.FindAsync(record.Id, cancellationToken);
        return RunView.Of(workspace.Name, record) with { Mail = mail is null ? null : MailView.Of(mail.Delivery) };
    }

    /// <summary>The latest runs, those under way first.</summary>
    /// <param name="name">Of one workspace; null: of all.</param>
    public async Task<RunsView?> ListAsync(string? name, int limit, CancellationToken cancellationToken)
    {
        var names = name is null ? await workspaces.ListAsync(cancellationToken) : [name];
        var runs = new List<RunView>();
        foreach (var each in names)
        {
            if (await workspaces.FindAsync(each, cancellationToken) is { } workspace)
            {
                var tickets = await workspace.Tickets.ListAsync(cancellationToken);
                var records = await workspace.Context.Stores.Runs.ListAsync(limit, cancellationToken);
                var underWay = tickets.Select(ticket => ticket.Id).ToHashSet(StringComparer.Ordinal);
                runs.AddRange(tickets.Select(ticket => RunView.Of(each, ticket)));
                runs.AddRange(records.Where(run => !underWay.Contains(run.Id)).Select(run => RunView.Of(each, run)));
            }
            else if (name is not null)
            {
                return null;
            }
        }

        return new([
            .. runs.OrderBy(run => run.State == "ended")
                .ThenByDescending(
                    run => run.Id[(run.Id.IndexOf('.', StringComparison.Ordinal) + 1)..],
                    StringComparer.Ordinal
                )
                .Take(limit),
        ]);
    }
}
