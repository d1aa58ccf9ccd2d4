using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ScoreGuard.Domain.Faults;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Tests.Platforms;

public sealed class PlatformHttpTests : IDisposable
{
    private static readonly PlatformCall Call = new(HttpMethod.Post, "create contacts", "contacts")
    {
        Body = () => new StringContent("{}", Encoding.UTF8, "application/json"),
    };

    private readonly LeapingTime _time = new(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
    private readonly MemoryLedger _ledger = new();
    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task What_passes_by_itself_is_asked_again(int status)
    {
        _script.Answer(status).Answer(status).Answer(200);
        (await SendAsync()).Status.ShouldBe(HttpStatusCode.OK);
        _script.Asked.ShouldBe(3);
    }

    [Fact]
    public async Task Each_attempt_counts_against_the_budget()
    {
        _script.Answer(503).Answer(503).Answer(200);
        await SendAsync(perRun: 3);
        await Should.ThrowAsync<TargetFault>(() => SendAsync(perRun: 3));
    }

    [Fact]
    public async Task The_wait_that_is_asked_for_is_kept()
    {
        _script.Answer(429, retryAfter: "17").Answer(200);
        await SendAsync();
        _time.Waited.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_wait_until_an_instant_is_kept()
    {
        _script.Answer(503, retryAfter: "Sun, 22 Nov 2026 06:00:42 GMT").Answer(200);
        await SendAsync();
        _time.Waited.ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Fact]
    public async Task A_wait_beyond_reason_is_cut()
    {
        _script.Answer(429, retryAfter: "999999").Answer(200);
        await SendAsync();
        _time.Waited.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_token_that_expired_is_renewed_once()
    {
        _script.Answer(401).Answer(200);
        await SendAsync();
        _script.Tokens.ShouldBe(["old", "new"]);
        _script.Answer(401).Answer(401);
        (await Should.ThrowAsync<TargetFault>(() => SendAsync())).Kind.ShouldBe(TargetFaultKind.Refused);
    }

    [Theory]
    [InlineData(403, TargetFaultKind.Refused)]
    [InlineData(400, TargetFaultKind.Setup)]
    [InlineData(404, TargetFaultKind.Setup)]
    [InlineData(302, TargetFaultKind.Setup)]
    public async Task What_stays_wrong_is_told_at_once(int status, TargetFaultKind kind)
    {
        _script.Answer(status);
        var fault = await Should.ThrowAsync<TargetFault>(() => SendAsync());
        fault.Kind.ShouldBe(kind);
        fault.Message.ShouldBe(
            $"Test refused to create contacts: because {status}."
                + (kind == TargetFaultKind.Refused ? " See `SCOREGUARD_CONNECTION_C_…` and what it may do there." : "")
        );
        _script.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task What_never_passes_is_given_up()
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            _script.Answer(500);
        }

        var fault = await Should.ThrowAsync<TargetFault>(() => SendAsync());
        fault.Kind.ShouldBe(TargetFaultKind.Unreachable);
        fault.Message.ShouldContain(" did not create contacts in 8 attempts: ");
        _script.Asked.ShouldBe(8);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(500, false)]
    public async Task What_may_not_be_done_twice_is_repeated_only_where_it_was_surely_not_done(
        int status,
        bool isRepeated
    )
    {
        _script.Answer(status).Answer(200);
        var call = Call with { MayRepeat = false };
        if (isRepeated)
        {
            await SendAsync(call);
        }
        else
        {
            (await Should.ThrowAsync<TargetFault>(() => SendAsync(call))).Kind.ShouldBe(TargetFaultKind.Unreachable);
        }

        _script.Asked.ShouldBe(isRepeated ? 2 : 1);
    }

    private Task<PlatformAnswer> SendAsync(int perRun) => SendAsync(Call, perRun);

    private async Task<PlatformAnswer> SendAsync(PlatformCall? call = null, int perRun = 1000)
    {
        using var http = new HttpClient(_script, disposeHandler: false) { BaseAddress = new("https://test.invalid/") };
        using var meter = new CallMeter(
            new(1000, TimeSpan.FromSeconds(1)),
            new($"r{perRun}", "c", perRun, 1000),
            _ledger,
            _time
        );
        return await new PlatformHttp(http, new Habits(), meter, _time).SendAsync(call ?? Call, default);
    }

    private sealed class Habits : PlatformHabits
    {
        public override string Platform => "Test";

        public override Task AuthorizeAsync(
            HttpRequestMessage request,
            bool renewed,
            CancellationToken cancellationToken
        )
        {
            request.Headers.Authorization = new("Bearer", renewed ? "new" : "old");
            return Task.CompletedTask;
        }

        public override string Explain(PlatformAnswer answer) => $"because {(int)answer.Status}";
    }

    /// <summary>Answers as told, in order.</summary>
    private sealed class Script : HttpMessageHandler
    {
        private readonly ConcurrentQueue<HttpResponseMessage> _answers = [];

        public int Asked { get; private set; }

        public List<string?> Tokens { get; } = [];

        public Script Answer(int status, string? retryAfter = null)
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{}") };
            if (retryAfter is not null)
            {
                answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter).ShouldBeTrue();
            }

            _answers.Enqueue(answer);
            return this;
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Asked++;
            Tokens.Add(request.Headers.Authorization?.Parameter);
            return _answers.TryDequeue(out var answer)
                ? Task.FromResult(answer)
                : throw new InvalidOperationException("Asked more often than the test foresaw.");
        }
    }
}
