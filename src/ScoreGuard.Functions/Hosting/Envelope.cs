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
    /// <summary>
    /// After which a call is cut short, whatever it does: below the host's functionTimeout of 10 minutes, which kills the
    /// process with every other call in it.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(9.5);

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
                (HttpContext context, TimeProvider time, ILogger<EnvelopeCall> log) =>
                    AnswerAsync(context, time, log, (function, handle))
            )
            .ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        TimeProvider time,
        ILogger<EnvelopeCall> log,
        (string Name, Func<EnvelopeCall, CancellationToken, Task> Handle) function
    )
    {
        if (WhyForged(context, function.Name) is { } why)
        {
            Events.CallRefused(log, "/" + function.Name, why);
            return Results.NotFound();
        }

        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        using var limit = new CancellationTokenSource(Deadline, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, limit.Token);
        EnvelopeCall? call = null;
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: stop.Token);
            call = new(document.RootElement);
            await function.Handle(call, stop.Token);
            // Without a JSON object in the answer the host waits until the function times out.
            return Results.Content("""{"Outputs":{},"Logs":[],"ReturnValue":null}""", "application/json");
        }
        catch (Exception fault)
        {
            if (call?.Step is { } step)
            {
                Events.StepCallFailed(log, "/" + function.Name, step.Workspace, step.Run, Fault.Of(fault));
            }
            else
            {
                Events.CallFailed(log, "/" + function.Name, Fault.Of(fault));
            }

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
