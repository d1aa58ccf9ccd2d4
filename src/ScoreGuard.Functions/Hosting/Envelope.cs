using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Hosting;

/// <summary>
/// Calls that the Functions host makes for timers and queues: <c>POST /FUNCTION</c> with everything in one JSON object. They
/// come through the same port as people's requests, and must never be taken for one another.
/// </summary>
internal static class Envelope
{
    /// <summary>The host never sends more: a message on a queue has at most 64 KiB.</summary>
    private const long MostBytes = 1 << 20;

    /// <summary>Headers that a request has which came from outside through the host; an envelope call has none.</summary>
    private static readonly string[] Outside =
    [
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "Forwarded",
        // What the host said of the outside was taken over into the request, and kept under these names.
        "X-Original-Host",
        "X-Original-Proto",
    ];

    /// <param name="handle">Takes the call's <c>Data</c> and <c>Metadata</c>; what it throws makes the host try again.</param>
    public static void Map(WebApplication app, string function, Func<EnvelopeCall, CancellationToken, Task> handle) =>
        app.MapPost(
                "/" + function,
                (HttpContext context, ILogger<EnvelopeCall> log) => AnswerAsync(context, log, function, handle)
            )
            .ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        ILogger<EnvelopeCall> log,
        string function,
        Func<EnvelopeCall, CancellationToken, Task> handle
    )
    {
        if (WhyForged(context, function) is { } why)
        {
            Events.CallRefused(log, "/" + function, why);
            return Results.NotFound();
        }

        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body,
                cancellationToken: context.RequestAborted
            );
            await handle(new(document.RootElement), context.RequestAborted);
            // Without a JSON object in the answer the host waits until the function times out.
            return Results.Content("""{"Outputs":{},"Logs":[],"ReturnValue":null}""", "application/json");
        }
        catch (Exception fault)
        {
            Events.CallFailed(log, "/" + function, Fault.Of(fault));
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static string? WhyForged(HttpContext context, string function)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpRequestFeature>()?.RawTarget != "/" + function)
        {
            return "its address is spelled in another way";
        }

        if (context.Connection.RemoteIpAddress is { } from && !System.Net.IPAddress.IsLoopback(from))
        {
            return "it came from another machine";
        }

        if (Outside.Any(request.Headers.ContainsKey))
        {
            return "it was forwarded from outside";
        }

        // The host streams its own calls. A request that an older host hands on has a length, whatever its sender wrote.
        if (request.ContentLength is not null || request.Headers.TransferEncoding is not ["chunked"])
        {
            return "it is not sent as the host sends its calls";
        }

        return request.Headers.ContainsKey("X-Azure-Functions-InvocationId") ? null : "no host made it";
    }
}
