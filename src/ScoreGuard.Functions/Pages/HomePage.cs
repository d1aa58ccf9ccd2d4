using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Runs;
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
        var stores = workspace.Context.Stores;
        var runs = await stores.Runs.ListAsync(MostRuns, stop);
        var last = runs.FirstOrDefault(run => run.Kind == RunKind.Run);
        // About the others nobody decides, or it changes nothing in what is said of them.
        var decisions = last is { Verdict: Verdict.Drift or Verdict.NoBaseline }
            ? await RunDecisions.ListAsync(stores.Runs, last, await stores.Baselines.ListAsync(stop), stop)
            : [];
        return WorkspaceCard.Of(
            (workspace.Name, workspace.Context.Workspace.Name),
            runs,
            [.. decisions.Select(made => made.Decision)],
            tickets.Where(ticket => runs.All(run => run.Id != ticket.Id)),
            workspace.Wrong.Length,
            OrderForms.For(context, workspace.Name)
        );
    }
}
