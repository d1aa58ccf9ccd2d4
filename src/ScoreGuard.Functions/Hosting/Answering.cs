using ScoreGuard.Domain.Faults;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Hosting;

/// <summary>Around every request: what browsers are told to refuse, and what callers are told when something fails.</summary>
internal static class Answering
{
    /// <summary>Nothing is loaded from anywhere and no script runs; styles are within the page.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Results
                .Problem(statusCode: refused.StatusCode, title: "The request was refused")
                .ExecuteAsync(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(Answering));
            // The path's pattern, never its text: an address may hold a key.
            var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an unknown address";
            Events.CallFailed(log, pattern, Fault.Of(fault));
            var answer = fault is StorageFault or StoreDamage
                ? Problems.Unavailable()
                : Results.Problem(statusCode: 500, title: "This is a mistake in ScoreGuard, not in your request");
            await answer.ExecuteAsync(context);
        }
    }
}
