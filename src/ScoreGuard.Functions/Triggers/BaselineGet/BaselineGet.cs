using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>GET /api/baselines/WORKSPACE</c>: the approved versions, with who, when and why.</summary>
internal static class BaselineGet
{
    public static void Map(WebApplication app) =>
        app.MapGet("/api/baselines/{workspace}", AnswerAsync)
            .WithName(nameof(BaselineGet))
            .WithSummary("The approved versions of a workspace's baseline, the current one first.")
            .Produces<BaselinesView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Level.Read);

    private static async Task<IResult> AnswerAsync(
        string workspace,
        RunReading runs,
        CancellationToken cancellationToken
    )
    {
        if (await runs.FindWorkspaceAsync(workspace, cancellationToken) is not { } found)
        {
            return Problems.UnknownWorkspace();
        }

        var versions = await found.Context.Stores.Baselines.ListAsync(cancellationToken);
        return Results.Json(
            new BaselinesView(
                workspace,
                versions.IsEmpty ? null : versions[^1].Version,
                [.. versions.Reverse().Select(BaselineView.Of)]
            ),
            HttpJson.Default.BaselinesView
        );
    }
}
