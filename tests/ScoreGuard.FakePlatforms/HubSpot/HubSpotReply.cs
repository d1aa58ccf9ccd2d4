using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>An answer and, where it refuses, HubSpot's error body.</summary>
internal sealed record HubSpotReply(int Status, JsonNode? Body)
{
    private const string Correlation = "5c2a3e1f-7d7b-4b0a-9d27-0a6c1e2f3b4c";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static HubSpotReply Ok(JsonNode body) => new(200, body);

    public static HubSpotReply Nothing() => new(204, null);

    public static HubSpotReply Invalid(string message, string? code = null, string? place = null)
    {
        var reply = Refused(400, "VALIDATION_ERROR", message);
        if (code is not null)
        {
            reply.Body!["errors"] = new JsonArray(Detail(message, code, place));
        }

        return reply;
    }

    public static HubSpotReply Missing(string message) => Refused(404, "OBJECT_NOT_FOUND", message);

    public static HubSpotReply Refused(int status, string category, string message) =>
        new(
            status,
            new JsonObject
            {
                ["status"] = "error",
                ["message"] = message,
                ["correlationId"] = Correlation,
                ["category"] = category,
            }
        );

    /// <summary>The body of 429: <paramref name="policy"/> tells ten seconds from the day.</summary>
    public static HubSpotReply TooMany(string policy, TimeSpan? retryAfter)
    {
        var reply = Refused(
            429,
            "RATE_LIMITS",
            policy == "DAILY"
                ? "You have reached your daily limit."
                : "You have reached your ten_secondly_rolling limit."
        );
        reply.Body!["errorType"] = "RATE_LIMIT";
        reply.Body["policyName"] = policy;
        reply.Body["requestId"] = Correlation;
        return retryAfter is { } wait ? reply with { Headers = [("Retry-After", $"{(int)wait.TotalSeconds}")] } : reply;
    }

    public static HubSpotReply ScopeMissing()
    {
        const string Message =
            "This app hasn't been granted all required scopes to make this call. Read more about required scopes here.";
        var reply = Refused(403, "MISSING_SCOPES", Message);
        var detail = Detail(Message, code: null, place: null);
        detail["context"] = new JsonObject { ["requiredGranularScopes"] = new JsonArray("crm.objects.contacts.write") };
        reply.Body!["errors"] = new JsonArray(detail);
        return reply;
    }

    /// <summary>One error of a 207.</summary>
    /// <param name="context">Names the inputs that it befell.</param>
    public static JsonObject InBatch(string category, string message, JsonObject context) =>
        new()
        {
            ["status"] = "error",
            ["category"] = category,
            ["message"] = message,
            ["context"] = context,
            ["errors"] = new JsonArray(),
            ["links"] = new JsonObject(),
        };

    private static JsonObject Detail(string message, string? code, string? place)
    {
        var detail = new JsonObject { ["message"] = message };
        if (code is not null)
        {
            detail["code"] = code;
        }

        if (place is not null)
        {
            detail["in"] = place;
        }

        return detail;
    }
}
