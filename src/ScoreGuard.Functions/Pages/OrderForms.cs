using System.Diagnostics;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>Orders a run for somebody at a page.</summary>
internal static class OrderForms
{
    /// <summary>Null for those who may only read.</summary>
    public static OrderFormView? For(HttpContext context, string workspace, string reason = "", string? error = null) =>
        context.Caller().Level == Level.Operate
            ? OrderFormView.For(workspace, FormToken.For(context), reason, error)
            : null;

    public static async Task<IResult> OrderAsync(
        string workspace,
        HttpContext context,
        OrderRun orders,
        RunReading runs,
        ILogger<OrderRun> log
    )
    {
        var stop = context.RequestAborted;
        var reason = context.Request.Form[FormFields.Reason].ToString().Trim();
        if (reason.Length is 0 or > FormFields.LongestText)
        {
            return await AgainAsync(
                StatusCodes.Status400BadRequest,
                $"Say why, in at most {FormFields.LongestText} characters."
            );
        }

        var order = new RunOrder(workspace, reason, context.Caller().Name ?? "key", null, null);
        switch (await orders.ExecuteAsync(order, stop))
        {
            case RunOrdered.Accepted accepted:
                Events.Ordered(log, workspace, accepted.Run, accepted.Joined);
                return new SeeOther(PageAddress.Run(workspace, accepted.Run));
            case RunOrdered.Full full:
                return await AgainAsync(
                    StatusCodes.Status429TooManyRequests,
                    $"{full.Waiting} runs wait already. Order again when some have ended."
                );
            case RunOrdered.UnknownWorkspace:
                return PageAnswers.UnknownWorkspace(context);
            default:
                throw new UnreachableException();
        }

        async Task<IResult> AgainAsync(int status, string error) =>
            await runs.FindWorkspaceAsync(workspace, stop) is { } found
                ? await WorkspacePage.AgainAsync(context, found, status, For(context, workspace, reason, error))
                : PageAnswers.UnknownWorkspace(context);
    }
}
