using ScoreGuard.Application.Validation;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Functions.Http;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>One workspace: its runs page by page, its baseline, what is wrong with its files.</summary>
internal static class WorkspacePage
{
    private const int RunsOnAPage = 25;

    public static async Task<IResult> ShowAsync(
        string workspace,
        string? before,
        HttpContext context,
        RunReading runs
    ) =>
        await runs.FindWorkspaceAsync(workspace, context.RequestAborted) is not { } found
            ? PageAnswers.UnknownWorkspace(context)
            : await PageAsync(
                context,
                found,
                StatusCodes.Status200OK,
                OrderForms.For(context, workspace),
                before is not null && RunId.IsRunId(before) ? before : null
            );

    /// <summary>After something was wrong with an order.</summary>
    public static Task<IResult> AgainAsync(
        HttpContext context,
        ServedWorkspace workspace,
        int status,
        OrderFormView? order
    ) => PageAsync(context, workspace, status, order, null);

    private static async Task<IResult> PageAsync(
        HttpContext context,
        ServedWorkspace workspace,
        int status,
        OrderFormView? order,
        string? before
    )
    {
        var stop = context.RequestAborted;
        var (name, stores) = (workspace.Name, workspace.Context.Stores);
        var tickets = await workspace.Tickets.ListAsync(stop);
        // One more than is shown tells whether there is another page.
        var runs = before is null
            ? await stores.Runs.ListAsync(RunsOnAPage + 1, stop)
            : await stores.Runs.ListAsync(before, RunsOnAPage + 1, stop);
        var baselines = await stores.Baselines.ListAsync(stop);
        var problems = new ValidateDocuments(workspace.Context.Zones, workspace.Context.Targets).Workspace(
            workspace.Context.Files
        );
        var title = workspace.Context.Workspace.Name;
        var shown = runs.Take(RunsOnAPage).ToList();
        return new PageResult(
            status,
            UiPages.Of(
                new WorkspaceView(
                    Shells.Of(context, order?.Error is null ? title : $"Not ordered – {title}"),
                    title,
                    name,
                    before is null ? TrendView.Of(name, runs) : null,
                    [
                        .. tickets
                            .Where(ticket => runs.All(run => run.Id != ticket.Id))
                            .Select(ticket => UnderWayLine.Of(name, ticket)),
                    ],
                    [.. shown.Select(run => RunLine.Of(name, run))],
                    before is null ? null : PageAddress.Workspace(name),
                    runs.Length > RunsOnAPage ? PageAddress.Earlier(PageAddress.Workspace(name), shown[^1].Id) : null,
                    BaselineLine.Of(name, baselines),
                    ProblemList.Of(problems),
                    order
                )
            )
        );
    }
}
