using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Http;

/// <summary>
/// Finds runs wherever they are. A run is on its way until its ticket is gone, recorded or not: only then its report is
/// there. Tickets are asked for first, so that a run which ends in between is found as its record.
/// </summary>
internal sealed class RunReading(IWorkspaces workspaces, ILogger<RunReading> log)
{
    public async Task<ServedWorkspace?> FindWorkspaceAsync(string name, CancellationToken cancellationToken) =>
        await workspaces.FindToReadAsync(name, cancellationToken);

    /// <summary>Null where there is no such run.</summary>
    public async Task<RunView?> FindAsync(RunAddress address, CancellationToken cancellationToken)
    {
        if (await workspaces.FindToReadAsync(address.Workspace, cancellationToken) is not { } workspace)
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

    /// <summary>What is read of one workspace among several: where its store cannot be read, the others are told all the same.</summary>
    /// <returns>False: it could not be read, and the log says why.</returns>
    public async Task<bool> TryAsync(string name, Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (Exception fault) when (fault is StorageFault or StoreDamage)
        {
            Events.WorkspaceUnreadable(log, name, Fault.Of(fault));
            return false;
        }
    }

    /// <summary>The latest runs, those under way first.</summary>
    /// <param name="name">Of one workspace; null: of all.</param>
    /// <returns>Null where there is no such workspace.</returns>
    /// <exception cref="StorageFault">The workspaces cannot be listed, or the one cannot be read.</exception>
    /// <exception cref="StoreDamage">The one cannot be read.</exception>
    public async Task<RunsView?> ListAsync(string? name, int limit, CancellationToken cancellationToken)
    {
        if (name is not null)
        {
            return await FindWorkspaceAsync(name, cancellationToken) is { } one
                ? new(Latest(await RunsOfAsync(one, limit, cancellationToken), limit), [])
                : null;
        }

        var runs = new List<RunView>();
        var unreadable = new List<string>();
        foreach (var each in await workspaces.ListAsync(cancellationToken))
        {
            if (!await TryAsync(each, () => AddAsync(each)))
            {
                unreadable.Add(each);
            }
        }

        return new(Latest(runs, limit), unreadable);

        async Task AddAsync(string each)
        {
            if (await FindWorkspaceAsync(each, cancellationToken) is { } workspace)
            {
                runs.AddRange(await RunsOfAsync(workspace, limit, cancellationToken));
            }
        }
    }

    private static async Task<IReadOnlyList<RunView>> RunsOfAsync(
        ServedWorkspace workspace,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var tickets = await workspace.Tickets.ListAsync(cancellationToken);
        var records = await workspace.Context.Stores.Runs.ListAsync(limit, cancellationToken);
        var underWay = tickets.Select(ticket => ticket.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tickets.Select(ticket => RunView.Of(workspace.Name, ticket)),
            .. records.Where(run => !underWay.Contains(run.Id)).Select(run => RunView.Of(workspace.Name, run)),
        ];
    }

    private static IReadOnlyList<RunView> Latest(IEnumerable<RunView> runs, int limit) =>
        [
            .. runs.OrderBy(run => run.State == "ended")
                .ThenByDescending(
                    run => run.Id[(run.Id.IndexOf('.', StringComparison.Ordinal) + 1)..],
                    StringComparer.Ordinal
                )
                .Take(limit),
        ];
}
