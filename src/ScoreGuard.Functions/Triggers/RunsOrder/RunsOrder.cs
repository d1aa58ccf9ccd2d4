using System.Text;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>POST /api/runs</c>: a run, or with a candidate a preview. Answers at once; the run is worked off elsewhere.</summary>
internal static class RunsOrder
{
    public static void Map(WebApplication app) =>
        app.MapPost("/api/runs", AnswerAsync)
            .WithName(nameof(RunsOrder))
            .WithSummary("Orders a run of a workspace, or a preview of a candidate model.")
            .TakesJson<OrderRequest>()
            .Produces<RunView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .Needs(Level.Operate);

    private static async Task<IResult> AnswerAsync(HttpContext context, OrderRun orders, ILogger<OrderRun> log)
    {
        var stop = context.RequestAborted;
        if (await Bodies.ReadAsync(context, HttpJson.Default.OrderRequest) is not { } request)
        {
            return Problems.BadRequest(
                """Send JSON such as {"workspace":"gitlab","reason":"Threshold moved"}, and nothing else in it but `candidate`."""
            );
        }

        if (!WorkspaceName.IsName(request.Workspace))
        {
            return Problems.BadRequest("`workspace` must be 1 to 63 of a-z, 0-9 and dashes.");
        }

        if (request.Reason is { Length: > FormFields.LongestText })
        {
            return Problems.BadRequest($"`reason` must have at most {FormFields.LongestText} characters.");
        }

        var order = new RunOrder(
            request.Workspace,
            request.Reason ?? "",
            context.Caller().Name ?? "key",
            request.Candidate is { } candidate ? Encoding.UTF8.GetBytes(candidate) : null,
            null
        );
        switch (await orders.ExecuteAsync(order, stop))
        {
            case RunOrdered.Accepted accepted:
                Events.Ordered(log, request.Workspace, accepted.Run, accepted.Joined);
                var run = RunView.Ordered(accepted.Run, order);
                context.Response.Headers.RetryAfter = "2";
                return Results.Accepted(run.Links.Self, run);
            case RunOrdered.Full full:
                return Problems.Full(full.Waiting);
            default:
                return Problems.UnknownWorkspace();
        }
    }
}
