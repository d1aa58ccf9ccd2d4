using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ScoreGuard.Integration.Tests.Faults;

/// <summary>Stands before a service and spoils some of its answers, as clouds do.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly Fault[] Faults = Enum.GetValues<Fault>();

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly Uri _service;
    private readonly double _share;
    private readonly Random _random;

    private FaultyProxy(WebApplication app, Uri service, double share, int seed)
    {
        (_app, _service, _share, _random) = (app, service, share, new(seed));
    }

    /// <summary>What was spoiled, and how often.</summary>
    public ConcurrentDictionary<Fault, int> Spoiled { get; } = [];

    /// <summary>The service's address with this proxy before it.</summary>
    public Uri Url { get; private set; } = null!;

    /// <param name="share">Of requests that are spoiled.</param>
    public static async Task<FaultyProxy> StartAsync(Uri service, double share, int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var proxy = new FaultyProxy(app, service, share, seed);
        app.Run(proxy.PassAsync);
        await app.StartAsync();
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        proxy.Url = new(address + service.AbsolutePath);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var fault = Choose();
        switch (fault)
        {
            case Fault.TooManyRequests:
                context.Response.Headers.RetryAfter = "0";
                context.Response.StatusCode = 429;
                return;
            case Fault.ServerError:
                context.Response.StatusCode = 500;
                return;
            case Fault.Unavailable:
                context.Response.StatusCode = 503;
                return;
            case Fault.Reset:
                context.Abort();
                return;
            case Fault.Slow:
                await Task.Delay(300);
                break;
        }

        using var request = Copy(context.Request);
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (fault == Fault.LostAcknowledgement)
        {
            // It was done, and nobody is told.
            context.Abort();
            return;
        }

        await AnswerAsync(context, answer, body, fault == Fault.HalfAnswer && body.Length > 1);
    }

    private Fault? Choose()
    {
        lock (_random)
        {
            if (_random.NextDouble() >= _share)
            {
                return null;
            }

            var fault = Faults[_random.Next(Faults.Length)];
            Spoiled.AddOrUpdate(fault, 1, (_, count) => count + 1);
            return fault;
        }
    }

    private HttpRequestMessage Copy(HttpRequest from)
    {
        var target = from.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var request = new HttpRequestMessage(
            new(from.Method),
            new Uri(
                _service.GetLeftPart(UriPartial.Authority) + target,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        if (from.ContentLength is > 0 || from.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(from.Body);
        }
        else if (from.ContentLength == 0)
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in from.Headers)
        {
            if (name is not ("Host" or "Transfer-Encoding" or "Connection"))
            {
                if (!request.Headers.TryAddWithoutValidation(name, value.AsEnumerable()))
                {
                    request.Content?.Headers.TryAddWithoutValidation(name, value.AsEnumerable());
                }
            }
        }

        return request;
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, byte[] body, bool half)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        if (half)
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
        else if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body);
        }
    }
}

internal enum Fault
{
    TooManyRequests,
    ServerError,
    Unavailable,
    Reset,
    Slow,
    HalfAnswer,
    LostAcknowledgement,
}
