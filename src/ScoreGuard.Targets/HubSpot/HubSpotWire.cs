using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>HubSpot's two doors: one for all calls, a slower one for searches; both wait when HubSpot says that its window is used up.</summary>
internal sealed class HubSpotWire(HttpClient http, CallMeter calls, CallMeter searches, WireIdentity identity)
    : IDisposable
{
    /// <summary>Searches in a second, for the whole account.</summary>
    public static readonly CallPace SearchPace = new(4, TimeSpan.FromSeconds(1));

    private const int MostSearchesInTenSeconds = 40;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly PlatformHttp _calls = new(http, identity.Habits, calls, identity.Time);
    private readonly PlatformHttp _searches = new(http, identity.Habits, searches, identity.Time);

    /// <summary>The pace of all other calls, so that both together stay within <paramref name="pace"/> in ten seconds.</summary>
    public static CallPace PaceBeside(int pace) => new(pace - MostSearchesInTenSeconds, Window);

    /// <summary>An answer of 2xx; what HubSpot does not take is the setup's fault.</summary>
    /// <exception cref="TargetFault">There is none to be had.</exception>
    public async Task<PlatformAnswer> SendAsync(PlatformCall call, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(call, cancellationToken);
        return answer.IsSuccess ? answer : throw Refused(call, answer);
    }

    /// <summary>An answer of 2xx, or one of 400, 404, 409 with what HubSpot did not take.</summary>
    /// <exception cref="TargetFault">There is none to be had.</exception>
    public Task<PlatformAnswer> AskAsync(PlatformCall call, CancellationToken cancellationToken) =>
        PassAsync(_calls, call, cancellationToken);

    /// <inheritdoc cref="SendAsync"/>
    public async Task<PlatformAnswer> SearchAsync(PlatformCall call, CancellationToken cancellationToken)
    {
        var answer = await PassAsync(_searches, call, cancellationToken);
        return answer.IsSuccess ? answer : throw Refused(call, answer);
    }

    public TargetFault Refused(PlatformCall call, PlatformAnswer answer) =>
        new(TargetFaultKind.Setup, $"HubSpot refused to {call.What}: {identity.Habits.Explain(answer)}.");

    /// <summary>A call with a JSON body; sending it again does nothing a second time.</summary>
    public static PlatformCall Post(string what, string path, JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        return new(
            HttpMethod.Post,
            what,
            path,
            () =>
                new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }
        );
    }

    public static PlatformCall Get(string what, string path) => new(HttpMethod.Get, what, path);

    public void Dispose()
    {
        http.Dispose();
        calls.Dispose();
        searches.Dispose();
    }

    private async Task<PlatformAnswer> PassAsync(
        PlatformHttp door,
        PlatformCall call,
        CancellationToken cancellationToken
    )
    {
        var answer = await door.SendAsync(call, cancellationToken);
        if (Number(answer, "X-HubSpot-RateLimit-Remaining") == 0)
        {
            var interval = Number(answer, "X-HubSpot-RateLimit-Interval-Milliseconds") ?? Window.TotalMilliseconds;
            var wait = TimeSpan.FromMilliseconds(Math.Clamp(interval, 0, Window.TotalMilliseconds));
            await Task.Delay(wait, identity.Time, cancellationToken);
        }

        return answer;
    }

    private static double? Number(PlatformAnswer answer, string header) =>
        int.TryParse(answer.Find(header), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

/// <summary>Who calls, and by which clock.</summary>
internal sealed record WireIdentity(HubSpotHabits Habits, TimeProvider Time);
