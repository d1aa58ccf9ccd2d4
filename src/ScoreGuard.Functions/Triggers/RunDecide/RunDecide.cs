using ScoreGuard.Application.Decisions;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>POST /api/runs/ID/decisions</c>: accepts or rejects a run, some of its causes or some of its leads.</summary>
internal static class RunDecide
{
    public static void Map(WebApplication app) =>
        app.MapPost("/api/runs/{id}/decisions", AnswerAsync)
            .WithName(nameof(RunDecide))
            .WithSummary("Accepts or rejects a run, some of its causes or some of its leads.")
            .TakesJson<DecideRequest>()
            .Produces<DecisionView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Level.Operate);

    private static async Task<IResult> AnswerAsync(string id, HttpContext context, RunReading runs, ILogger<Decide> log)
    {
        var stop = context.RequestAborted;
        if (
            RunAddress.Parse(id) is not { } address
            || await runs.FindWorkspaceAsync(address.Workspace, stop) is not { } workspace
        )
        {
            return Problems.UnknownRun();
        }

        if (
            await Bodies.ReadAsync(context, HttpJson.Default.DecideRequest) is not { } body
            || body.Decision is not ("accept" or "reject")
        )
        {
            return Problems.BadRequest(
                """Send JSON such as {"decision":"accept","by":"Ann","reason":"Agreed with Sales"}, with `causes` or `leads` for a part of the run."""
            );
        }

        var by = context.Caller().Name ?? body.By;
        if (
            string.IsNullOrWhiteSpace(by)
            || by.Length > FormFields.LongestText
            || body.Reason is { Length: > FormFields.LongestText }
        )
        {
            return Problems.BadRequest(
                $"`by` says who decides, `reason` why; each in at most {FormFields.LongestText} characters."
            );
        }

        var request = new DecisionRequest(
            address.Run,
            body.Decision == "accept" ? DecisionKind.Accept : DecisionKind.Reject,
            body.Causes is { Count: > 0 } ? DecisionScope.Causes
                : body.Leads is { Count: > 0 } ? DecisionScope.Leads
                : DecisionScope.All,
            [.. (body.Causes ?? []).Distinct(StringComparer.Ordinal)],
            [.. (body.Leads ?? []).Distinct(StringComparer.Ordinal)],
            by,
            body.Reason ?? ""
        );
        switch (await new Decide(workspace.Context).ExecuteAsync(request, stop))
        {
            case DecisionOutcome.Recorded made:
                Events.Decided(log, address.Workspace, address.Run, made.Decision.Id, made.Baseline?.Version);
                return Results.Json(
                    new DecisionView(made.Decision.Id, body.Decision, made.Baseline?.Version),
                    HttpJson.Default.DecisionView,
                    statusCode: StatusCodes.Status201Created
                );
            case DecisionOutcome.Refused refused:
                return Problems.Refused(refused.Diagnostics);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
