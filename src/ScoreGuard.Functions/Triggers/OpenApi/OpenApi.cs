namespace ScoreGuard.Functions.Triggers;

/// <summary><c>GET /api/openapi.json</c>: the description of all this for programs.</summary>
internal static class OpenApi
{
    public static void Map(WebApplication app) => app.MapOpenApi("/api/openapi.json");
}
