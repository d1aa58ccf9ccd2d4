using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Workspaces;
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

    private static async Task<IResult> AnswerAsync(
        string id,
        HttpContext context,
        IWorkspaces workspaces,
        ILogger<Decide> log
    )
    {
        var stop = context.RequestAborted;
        if (
            RunAddress.Parse(id) is not { } address
            || await workspaces.FindAsync(address.Workspace, stop) is not { } workspace
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

        if (ScopeOf(body) is not { } scope)
        {
            return Problems.BadRequest(
                "Name either `causes` or `leads`, at least one of them; leave both out to decide about the whole run."
            );
        }

        var request = new DecisionRequest(
            address.Run,
            body.Decision == "accept" ? DecisionKind.Accept : DecisionKind.Reject,
            scope,
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

    /// <summary>
    /// Null where the body does not say. A list of nothing is not everything: a program that found no cause would
    /// accept the whole run.
    /// </summary>
    private static DecisionScope? ScopeOf(DecideRequest body) =>
        (body.Causes, body.Leads) switch
        {
            (null, null) => DecisionScope.All,
            ({ Count: > 0 } causes, null) when Named(causes) => DecisionScope.Causes,
            (null, { Count: > 0 } leads) when Named(leads) => DecisionScope.Leads,
            _ => null,
        };

    private static bool Named(IReadOnlyList<string?> names) => names.All(name => !string.IsNullOrEmpty(name));
}
