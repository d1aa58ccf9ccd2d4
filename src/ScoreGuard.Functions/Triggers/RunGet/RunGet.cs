using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>GET /api/runs/ID</c>: how far a run is, and what came of it.</summary>
internal static class RunGet
{
    public static void Map(WebApplication app) =>
        app.MapGet("/api/runs/{id}", AnswerAsync)
            .WithName(nameof(RunGet))
            .WithSummary("State, progress, verdict and links of a run.")
            .Produces<RunView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Level.Read);

    private static async Task<IResult> AnswerAsync(
        string id,
        HttpContext context,
        RunReading runs,
        CancellationToken cancellationToken
    )
    {
        if (RunAddress.Parse(id) is not { } address || await runs.FindAsync(address, cancellationToken) is not { } run)
        {
            return Problems.UnknownRun();
        }

        if (run.State != "ended")
        {
            context.Response.Headers.RetryAfter = "2";
        }

        return Results.Json(run, HttpJson.Default.RunView);
    }
}
