using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>GET /api/runs?workspace=gitlab&amp;limit=50</c>: runs under way, then the latest.</summary>
internal static class RunsList
{
    private const int Most = 200;

    public static void Map(WebApplication app) =>
        app.MapGet("/api/runs", AnswerAsync)
            .WithName(nameof(RunsList))
            .WithSummary("Runs under way and the latest ended ones.")
            .Produces<RunsView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Level.Read);

    private static async Task<IResult> AnswerAsync(
        string? workspace,
        int? limit,
        RunReading runs,
        CancellationToken cancellationToken
    )
    {
        var listed = await runs.ListAsync(workspace, Math.Clamp(limit ?? 50, 1, Most), cancellationToken);
        return listed is null ? Problems.UnknownWorkspace() : Results.Json(listed, HttpJson.Default.RunsView);
    }
}
