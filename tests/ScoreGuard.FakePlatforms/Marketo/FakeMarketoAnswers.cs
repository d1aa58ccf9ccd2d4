using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>Bodies in Marketo's forms.</summary>
internal static class FakeMarketoAnswers
{
    public static JsonObject Result(IEnumerable<JsonNode> rows) =>
        new()
        {
            ["requestId"] = "e42b#14272d07d78",
            ["success"] = true,
            ["result"] = new JsonArray([.. rows]),
        };

    public static JsonObject Nothing(string warning) =>
        new()
        {
            ["success"] = true,
            ["errors"] = new JsonArray(),
            ["requestId"] = "e42b#14272d07d78",
            ["warnings"] = new JsonArray(warning),
        };

    public static JsonObject Failure(int code, string message) =>
        new()
        {
            ["requestId"] = "e42b#14272d07d78",
            ["success"] = false,
            ["errors"] = new JsonArray(Error(code, message)),
        };

    public static JsonObject Skipped(int code, string message, string key = "reasons") =>
        new() { ["status"] = "skipped", [key] = new JsonArray(Error(code, message)) };

    private static JsonObject Error(int code, string message) => new() { ["code"] = $"{code}", ["message"] = message };
}
