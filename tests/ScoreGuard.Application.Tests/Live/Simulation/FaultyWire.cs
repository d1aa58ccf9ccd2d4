using System.Net;
using System.Net.Http.Headers;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Application.Tests.Live.Simulation;

/// <summary>The way to a platform: full of calls that are refused for a while, fail, get lost, or whose answer does.</summary>
internal sealed class FaultyWire(LeapingTime time, int seed)
    : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    private readonly Random _chance = new(seed);

    /// <summary>Of calls; none until it is said.</summary>
    public double FaultyShare { get; set; }

    public int Calls { get; private set; }

    public Dictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Calls++;
        if (_chance.NextDouble() >= FaultyShare)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        switch (_chance.Next(6))
        {
            case 0:
                var tooMany = Answer("429", HttpStatusCode.TooManyRequests);
                tooMany.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(_chance.Next(1, 30)));
                return tooMany;
            case 1:
                return Answer("500", HttpStatusCode.InternalServerError);
            case 2:
                return Answer("503", HttpStatusCode.ServiceUnavailable);
            case 3:
                Count("reset");
                throw new HttpRequestException(HttpRequestError.ConnectionError, "reset");
            case 4:
                Count("answer lost");
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "lost");
            default:
                Count("slow");
                time.Advance(TimeSpan.FromSeconds(_chance.Next(5, 60)));
                return await base.SendAsync(request, cancellationToken);
        }
    }

    private HttpResponseMessage Answer(string name, HttpStatusCode status)
    {
        Count(name);
        return new(status) { Content = new StringContent("<html>gateway</html>") };
    }

    private void Count(string fault) => Faults[fault] = Faults.GetValueOrDefault(fault) + 1;
}
