using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Scoring;

/// <summary>A scoring service in ScoreGuard's own form, with faults on demand.</summary>
/// <param name="score">What becomes of a lead; its id is added.</param>
public sealed class FakeScoringService(Func<JsonObject, JsonObject> score)
{
    private readonly ConcurrentQueue<JsonObject> _requests = [];

    /// <summary>Answers given instead of the right one, each once, in their order.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Faults { get; } = [];

    /// <summary>A request with such a lead is refused whole with 422.</summary>
    public Func<string, bool> Chokes { get; set; } = _ => false;

    /// <summary>What the request's Authorization has to be; null: nothing is asked.</summary>
    public string? Secret { get; set; }

    /// <summary>Bodies that reached it, faulty answers included.</summary>
    public IReadOnlyList<JsonObject> Requests => [.. _requests];

    /// <summary>Turns the list of outcomes into something else before it is sent.</summary>
    public Func<JsonArray, JsonNode> Answer { get; set; } = outcomes => new JsonObject { ["outcomes"] = outcomes };

    public void Map(WebApplication app) => app.MapPost("/score", AnswerAsync);

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) =>
        context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            return Task.CompletedTask;
        };

    public static Func<HttpContext, Task> Text(string body) => context => context.Response.WriteAsync(body);

    public static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        _requests.Enqueue(body);
        if (Faults.TryDequeue(out var fault))
        {
            await fault(context);
            return;
        }

        if (Secret is not null && context.Request.Headers.Authorization != Secret)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var leads = body["leads"]!.AsArray().Select(lead => lead!.AsObject()).ToList();
        if (leads.Exists(lead => Chokes((string)lead["id"]!)))
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var outcomes = new JsonArray();
        foreach (var lead in leads)
        {
            var outcome = score(lead);
            outcome["lead"] = (string)lead["id"]!;
            outcomes.Add(outcome);
        }

        await context.Response.WriteAsJsonAsync(Answer(outcomes));
    }
}
