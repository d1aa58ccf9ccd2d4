using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>
/// A Mautic with its real habits: points only for visitors without credentials, late as by cron, contacts merged by address,
/// unknown fields and zeros dropped in silence, lists as arrays or objects.
/// </summary>
/// <param name="scoring">What it computes from a contact's fields and signals: points, stage, owner, group.NAME.</param>
public sealed class FakeMautic(
    TimeProvider time,
    Func<
        IReadOnlyDictionary<string, string?>,
        IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)>,
        IReadOnlyDictionary<string, string?>
    > scoring
) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<FakeMauticCall> _calls = [];
    private PlatformServer? _server;

    public FakeMauticAccounts Accounts { get; } = new(time);

    public FakeMauticStore Store { get; } = new(time, scoring);

    /// <summary>What configures scoring, by path: <c>points</c>, <c>points/triggers</c>, <c>stages</c>, …</summary>
    public Dictionary<string, JsonArray> Configuration { get; } = new(StringComparer.Ordinal);

    /// <summary>Asked before every call; an answer of its own is sent instead of the platform's.</summary>
    public Func<FakeMauticCall, IResult?> Fault { get; set; } = _ => null;

    /// <summary>As <see cref="Fault"/>, but the platform did what was asked before the answer was lost.</summary>
    public Func<FakeMauticCall, IResult?> FaultAfter { get; set; } = _ => null;

    /// <summary>From the last change of a contact until its points have changed.</summary>
    public TimeSpan ScoringDelay
    {
        get => Store.ScoringDelay;
        set => Store.ScoringDelay = value;
    }

    public IReadOnlyList<FakeMauticContact> Records => Store.Contacts;

    public IReadOnlyList<FakeMauticCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public Uri Url => _server!.Url;

    public async Task<FakeMautic> StartAsync()
    {
        _server = await PlatformServer.StartAsync(Map);
        return this;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Map(WebApplication app)
    {
        app.Use(HandleAsync);
        app.MapPost("/oauth/v2/token", (HttpRequest request) => Accounts.GiveTokenAsync(request));
        new FakeMauticContactsApi(Store).Map(app);
        new FakeMauticConfigurationApi(Store, Configuration).Map(app);
        new FakeMauticVisits(Store, Configuration).Map(app);
    }

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        var call = Note(context.Request, body);
        if (Fault(call) is { } fault)
        {
            await fault.ExecuteAsync(context);
            return;
        }

        if (
            context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && Accounts.Refuse(context.Request) is { } refusal
        )
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        if (FaultAfter(call) is { } lost)
        {
            // The answer goes nowhere, what it did stays.
            var answer = context.Response.Body;
            context.Response.Body = Stream.Null;
            await next(context);
            context.Response.Body = answer;
            if (!context.Response.HasStarted)
            {
                context.Response.Clear();
            }

            await lost.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private FakeMauticCall Note(HttpRequest request, string body)
    {
        lock (_gate)
        {
            var call = new FakeMauticCall(
                _calls.Count + 1,
                request.Method,
                Uri.UnescapeDataString(request.Path + request.QueryString.Value),
                request.Headers.Authorization is { Count: > 0 } header ? header.ToString() : null,
                request.Headers.Cookie is { Count: > 0 } cookie ? cookie.ToString() : null,
                body
            );
            _calls.Add(call);
            return call;
        }
    }
}
