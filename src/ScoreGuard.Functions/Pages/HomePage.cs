using ScoreGuard.Application.Workspaces;
using ScoreGuard.Functions.Http;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>How every workspace stands.</summary>
internal static class HomePage
{
    /// <summary>Previews among them are left out of the row, so more are read than are shown.</summary>
    private const int MostRuns = TrendView.Most * 2;

    public static async Task<IResult> ShowAsync(HttpContext context, IWorkspaces workspaces, RunReading runs)
    {
        var stop = context.RequestAborted;
        var cards = new List<WorkspaceCard>();
        foreach (var name in await workspaces.ListAsync(stop))
        {
            if (!await runs.TryAsync(name, () => AddAsync(name)))
            {
                cards.Add(WorkspaceCard.Unreadable(name));
            }
        }

        return new PageResult(
            StatusCodes.Status200OK,
            UiPages.Of(new HomeView(Shells.Of(context, "Workspaces"), cards))
        );

        async Task AddAsync(string name)
        {
            if (await runs.FindWorkspaceAsync(name, stop) is { } workspace)
            {
                cards.Add(await CardAsync(context, workspace, stop));
            }
        }
    }

    private static async Task<WorkspaceCard> CardAsync(
        HttpContext context,
        ServedWorkspace workspace,
        CancellationToken stop
    )
    {
        var tickets = await workspace.Tickets.ListAsync(stop);
        var runs = await workspace.Context.Stores.Runs.ListAsync(MostRuns, stop);
        return WorkspaceCard.Of(
            (workspace.Name, workspace.Context.Workspace.Name),
            runs,
            tickets.Where(ticket => runs.All(run => run.Id != ticket.Id)),
            workspace.Wrong.Length,
            OrderForms.For(context, workspace.Name)
        );
    }
}
