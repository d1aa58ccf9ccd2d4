using System.Net;
using System.Net.Http.Headers;

namespace ScoreGuard.Targets.Http;

/// <summary>
/// Leaves a service alone that failed several times in a row: for a while every request is answered here with 503 and
/// <c>Retry-After</c>; then one goes through, and by its answer the rest wait again or pass.
/// </summary>
/// <remarks>
/// Not Polly's: what repeats is <see cref="Platforms.PlatformHttp"/>, which knows pace, budget and Retry-After; it needs only to
/// be told when to come again, by all of its callers at once.
/// </remarks>
internal sealed class CircuitBreaker(TimeProvider time) : DelegatingHandler
{
    /// <summary>In a row, of all callers together.</summary>
    private const int MostFailures = 5;

    /// <summary>A header that says why the service is left alone.</summary>
    public const string Reason = "X-ScoreGuard-Reason";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private string _reason = "";
    private int _failures;
    private DateTimeOffset _closedUntil;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!MayPass(out var wait))
        {
            var held = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
            held.Headers.TryAddWithoutValidation(Reason, _reason);
            held.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
            return held;
        }

        string? failure = "no answer in time";
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            failure = (int)response.StatusCode >= 500 ? $"HTTP {(int)response.StatusCode}" : null;
            return response;
        }
        catch (HttpRequestException broken)
        {
            failure = broken.HttpRequestError.ToString();
            throw;
        }
        finally
        {
            Count(failure);
        }
    }

    private bool MayPass(out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            wait = _closedUntil - now;
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            if (_failures >= MostFailures)
            {
                // This one tries; until it is back, or lost, nobody else does.
                _closedUntil = now + Rest;
            }

            return true;
        }
    }

    private void Count(string? failure)
    {
        lock (_gate)
        {
            _reason = failure ?? "";
            _failures = failure is not null ? Math.Min(_failures + 1, MostFailures) : 0;
            _closedUntil = _failures >= MostFailures ? time.GetUtcNow() + Rest : default;
        }
    }
}
