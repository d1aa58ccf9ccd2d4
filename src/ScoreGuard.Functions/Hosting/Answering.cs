using Microsoft.AspNetCore.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Pages;

namespace ScoreGuard.Functions.Hosting;

/// <summary>Around every request: what browsers are told to refuse, and what callers are told when something fails.</summary>
internal static class Answering
{
    /// <summary>Whatever is shown of an answer, it loads and runs nothing. Pages let their own style in themselves.</summary>
    private const string Policy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

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
            var answer = PageAnswers.AreFor(context)
                ? PageAnswers.Of(context, refused.StatusCode)
                : Results.Problem(statusCode: refused.StatusCode, title: "The request was refused");
            await answer.ExecuteAsync(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(Answering));
            // The path's pattern, never its text: an address may hold a key.
            var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an unknown address";
            Events.CallFailed(log, pattern, Fault.Of(fault));
            await Answer(context, fault is StorageFault or StoreDamage).ExecuteAsync(context);
        }
    }

    /// <summary>Gives a body to answers that only have a status, such as that of an address which does not exist.</summary>
    public static Task FillAsync(StatusCodeContext filled)
    {
        var context = filled.HttpContext;
        var status = context.Response.StatusCode;
        return PageAnswers.AreFor(context) ? PageAnswers.Of(context, status).ExecuteAsync(context)
            : context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                ? Problems.Of(status).ExecuteAsync(context)
            : Task.CompletedTask;
    }

    private static IResult Answer(HttpContext context, bool store) =>
        PageAnswers.AreFor(context)
            ? PageAnswers.Of(
                context,
                store ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError
            )
        : store ? Problems.Unavailable()
        : Results.Problem(statusCode: 500, title: "This is a mistake in ScoreGuard, not in your request");
}
