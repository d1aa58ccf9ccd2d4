using ScoreGuard.Application.Workspaces;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>GET /api/health</c>: says what it checked. Open to all, so it names nothing that is whose.</summary>
internal static class Health
{
    public static void Map(WebApplication app) =>
        app.MapGet("/api/health", AnswerAsync)
            .WithName(nameof(Health))
            .WithSummary("Whether the app can do its work, and what was checked.")
            .Produces<HealthView>()
            .Produces<HealthView>(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> AnswerAsync(
        IWorkspaces workspaces,
        ILogger<HealthView> log,
        CancellationToken cancellationToken
    )
    {
        var checks = new List<CheckView>();
        var names = await CheckAsync("workspaces", () => workspaces.ListAsync(cancellationToken));
        await CheckAsync(
            "runs",
            async () =>
                !names.IsDefaultOrEmpty
                && await workspaces.FindAsync(names[0], cancellationToken) is { } first
                && (await first.Context.Stores.Runs.ListAsync(1, cancellationToken)).Length > 0
        );
        await CheckAsync(
            "tickets",
            async () =>
                !names.IsDefaultOrEmpty
                && await workspaces.FindAsync(names[0], cancellationToken) is { } first
                && (await first.Tickets.ListAsync(cancellationToken)).Length > 0
        );
        var failing = checks.Exists(check => check.Status != "ok");
        return Results.Json(
            new HealthView(failing ? "failing" : "ok", checks),
            HttpJson.Default.HealthView,
            statusCode: failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );

        async Task<T?> CheckAsync<T>(string name, Func<Task<T>> check)
        {
            try
            {
                var answer = await check();
                checks.Add(new(name, "ok"));
                return answer;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Events.CallFailed(log, "/api/health", $"{name}: {Fault.Of(fault)}");
                checks.Add(new(name, "failing"));
                return default;
            }
        }
    }
}
