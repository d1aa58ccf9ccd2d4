using System.Net;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Http;

namespace ScoreGuard.Targets.Tests.Http;

public sealed class CircuitBreakerTests
{
    private readonly LeapingTime _time = new(Some.Start);

    [Fact]
    public async Task After_a_rest_one_request_tries_and_nobody_else_does_until_it_is_back()
    {
        using var wire = new ScriptedWire();
        using var http = new HttpMessageInvoker(new CircuitBreaker(_time) { InnerHandler = wire });
        for (var failure = 0; failure < 5; failure++)
        {
            wire.Answer.SetResult(HttpStatusCode.BadGateway);
            (await SendAsync(http)).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
            wire.Answer = new();
        }

        var held = await SendAsync(http);
        held.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        held.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(15));
        held.Headers.GetValues(CircuitBreaker.Reason).ShouldBe(["HTTP 502"]);
        wire.Count.ShouldBe(5);

        _time.Advance(TimeSpan.FromSeconds(15));
        var trying = SendAsync(http);
        var meanwhile = SendAsync(http);
        wire.Count.ShouldBe(6);
        (await meanwhile).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        wire.Answer.SetResult(HttpStatusCode.OK);
        (await trying).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(http)).StatusCode.ShouldBe(HttpStatusCode.OK);
        wire.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Failures_that_are_not_in_a_row_do_not_count()
    {
        using var wire = new ScriptedWire();
        using var http = new HttpMessageInvoker(new CircuitBreaker(_time) { InnerHandler = wire });
        for (var request = 0; request < 20; request++)
        {
            wire.Answer.SetResult(request % 5 == 4 ? HttpStatusCode.TooManyRequests : HttpStatusCode.BadGateway);
            await SendAsync(http);
            wire.Answer = new();
        }

        wire.Count.ShouldBe(20);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http) =>
        http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "https://service.invalid/"),
            TestContext.Current.CancellationToken
        );

    private sealed class ScriptedWire : HttpMessageHandler
    {
        public TaskCompletionSource<HttpStatusCode> Answer { get; set; } = new();

        public int Count { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Count++;
            return new(await Answer.Task);
        }
    }
}
