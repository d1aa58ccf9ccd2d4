using ScoreGuard.Application.Workspaces;

namespace ScoreGuard.Functions.Http;

/// <summary>Finds runs wherever they are: on their way, or ended.</summary>
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

        // The ticket first: a run that ends between the two questions is found by the second.
        var ticket = await workspace.Tickets.FindAsync(address.Run, cancellationToken);
        var record = await workspace.Context.Stores.Runs.FindAsync(address.Run, cancellationToken);
        if (ticket is not null)
        {
            // Recorded or not: until the ticket is gone, its report may not be there yet.
            return RunView.Of(workspace.Name, ticket.Ticket);
        }

        if (record is null)
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
                var recorded = records.Select(run => run.Id).ToHashSet(StringComparer.Ordinal);
                runs.AddRange(
                    tickets.Where(ticket => !recorded.Contains(ticket.Id)).Select(ticket => RunView.Of(each, ticket))
                );
                runs.AddRange(records.Select(run => RunView.Of(each, run)));
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
