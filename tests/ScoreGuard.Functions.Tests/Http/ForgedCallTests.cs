using System.Text;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Http;

/// <summary>Calls of the host and people's requests come through one port. Nobody outside can make a call of the host.</summary>
public sealed class ForgedCallTests(RunningHandler running) : IClassFixture<RunningHandler>
{
    private const string Invocation = "X-Azure-Functions-InvocationId: b509d3b6-2d4f-4c0e-92af-1a881530bc84";

    public static TheoryData<string, string> Forgeries()
    {
        string[] targets =
        [
            "/api/../{0}",
            "/api/%2e%2e/{0}",
            "/api/..%2f{0}",
            "/./{0}",
            "//{0}",
            "/{0}/",
            "/{0}?code=1",
            "/{0}#x",
            "/%52uns{1}",
            "http://127.0.0.1/{0}",
            "/api/{0}",
        ];
        var data = new TheoryData<string, string>();
        foreach (var function in (string[])["RunsTimer", "RunsSweep", "RunsWork", "RunsPoison"])
        {
            data.Add("/" + function.ToLowerInvariant(), Invocation);
            data.Add("/" + function.ToUpperInvariant(), Invocation);
            foreach (var target in targets)
            {
                data.Add(
                    target
                        .Replace("{0}", function, StringComparison.Ordinal)
                        .Replace("{1}", function["Runs".Length..], StringComparison.Ordinal),
                    Invocation
                );
            }

            data.Add("/" + function, "X-Nothing: 1");
            foreach (
                var header in (string[])
                    [
                        "X-Forwarded-For: 203.0.113.7",
                        "X-Forwarded-Host: guard.example.com",
                        "X-Forwarded-Proto: https",
                        "x-forwarded-host: a, b",
                        "Forwarded: for=203.0.113.7",
                        "X-Forwarded-Host: guard.example.com\r\nX-Forwarded-Proto: https",
                        "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: guard.example.com\r\nX-Forwarded-Proto: https",
                    ]
            )
            {
                data.Add("/" + function, Invocation + "\r\n" + header);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_call_is_refused_and_nothing_happens(string target, string headers)
    {
        var before = running.Files();
        var body = HostCalls.Timer("2026-11-21T21:24:00+00:00");
        var (status, answer) = await running.SendRawAsync(
            $"POST {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + $"Transfer-Encoding: chunked\r\n{headers}\r\n\r\n{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n0\r\n\r\n"
        );
        status.ShouldBeOneOf([400, 404, 405], answer);
        running.Files().ShouldBe(before);
    }

    /// <summary>An older host that hands requests on rewrites <c>%5c..</c> in their addresses, and gives each a length.</summary>
    [Theory]
    [InlineData("RunsTimer")]
    [InlineData("RunsSweep")]
    [InlineData("RunsWork")]
    [InlineData("RunsPoison")]
    public async Task A_request_that_a_host_hands_on_is_no_call_of_its_own(string function)
    {
        var before = running.Files();
        var body = HostCalls.Timer("2026-11-21T21:24:00+00:00");
        var (status, answer) = await running.SendRawAsync(
            $"POST /{function} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{Invocation}\r\n\r\n{body}"
        );
        status.ShouldBe(404, answer);
        running.Files().ShouldBe(before);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task A_call_by_another_method_is_refused(string method)
    {
        var (status, _) = await running.SendRawAsync(
            $"{method} /RunsWork HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{Invocation}\r\n\r\n"
        );
        status.ShouldBe(405);
    }

    [Fact]
    public async Task The_same_call_without_any_mark_of_a_forgery_is_taken()
    {
        (await running.Host.InvokeAsync("RunsSweep", HostCalls.TimerWithoutStatus())).ShouldBe(HostJudgement.Succeeded);
    }
}
